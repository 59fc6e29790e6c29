package cn.yiwang.starter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.audit.AuditTable.AuditFilter;
import cn.yiwang.starter.audit.AuditTable.AuditedObject;
import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditListTest {

    private static final int ENTRIES = 20_000;
    private static final TestSchema SCHEMA = RealServers.schema();

    private final AuditTable table = new AuditTable(SCHEMA.jdbc());

    @BeforeAll
    static void many_entries_about_many_objects_by_few_people() {
        List<Object[]> rows = IntStream.range(0, ENTRIES)
                .mapToObj(number -> new Object[] {
                    "person-" + number % 40, number % 2 == 0 ? "certificate" : "application", "id-" + number / 10
                })
                .toList();
        SCHEMA.template().batchUpdate("""
                        INSERT INTO audit_entry (occurred_at, actor_subject, actor_type, roles, action, object_type,
                          object_id, details, sealed)
                        VALUES ('2026-11-22 08:00:00', ?, 'STAFF', 'REVIEWER', 'review', ?, ?, '{}', TRUE)""", rows);
        SCHEMA.jdbc().sql("ANALYZE TABLE audit_entry").query().listOfRows();
    }

    @ParameterizedTest
    @MethodSource
    void every_list_reads_its_index_backwards_and_sorts_nothing(
            @Nullable AuditedObject object, @Nullable String actor, String index) {
        List<Map<String, @Nullable Object>> plan = table.planOfList(new AuditFilter(object, actor), Long.MAX_VALUE, 21);

        assertThat(plan).singleElement().satisfies(step -> {
            assertThat(step.get("key")).isEqualTo(index);
            assertThat(String.valueOf(step.get("Extra"))).doesNotContain("filesort", "temporary");
        });
    }

    static Stream<Arguments> every_list_reads_its_index_backwards_and_sorts_nothing() {
        AuditedObject object = new AuditedObject("application", "id-700");
        return Stream.of(
                Arguments.of(null, null, "PRIMARY"),
                Arguments.of(object, null, "audit_entry_by_object"),
                Arguments.of(null, "person-1", "audit_entry_by_actor"),
                Arguments.of(object, "person-1", "audit_entry_by_object"));
    }

    @Test
    void the_filters_are_the_plan_s_conditions() {
        AuditedObject object = new AuditedObject("application", "id-700");

        assertThat(table.list(new AuditFilter(null, null), Long.MAX_VALUE, ENTRIES + 1))
                .hasSize(ENTRIES);
        assertThat(table.list(new AuditFilter(object, null), Long.MAX_VALUE, 100))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.objectType() + row.objectId()).isEqualTo("applicationid-700"));
        assertThat(table.list(new AuditFilter(object, "person-1"), Long.MAX_VALUE, 100))
                .extracting(AuditRow::actorSubject)
                .containsExactly("person-1");
        assertThat(table.list(new AuditFilter(null, "person-1"), Long.MAX_VALUE, 1_000))
                .hasSize(500)
                .isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()));
    }

    @Test
    void a_list_goes_on_below_the_last_entry_of_the_page_before() {
        AuditFilter filter = new AuditFilter(null, "person-7");
        List<AuditRow> first = table.list(filter, Long.MAX_VALUE, 10);
        List<AuditRow> second = table.list(filter, first.getLast().id(), 10);

        assertThat(second)
                .hasSize(10)
                .allMatch(row -> row.id() < first.getLast().id());
    }
}
