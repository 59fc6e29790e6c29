package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.lifecycle.TransitionTable;
import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The two tables of the catalog: what may happen to a version, what may happen to an item. */
class GuideLifecycleTest {

    static List<TransitionTable<?, ?>> tables() {
        return List.of(GuideLifecycle.TABLE, ItemLifecycle.TABLE);
    }

    @Test
    void the_tables_cover_every_status_and_every_event() {
        assertThat(GuideLifecycle.TABLE.rows().stream()
                        .flatMap(row -> Stream.of(row.from(), row.to()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GuideStatus.class))))
                .isEqualTo(EnumSet.allOf(GuideStatus.class));
        assertThat(events(GuideLifecycle.TABLE)).isEqualTo(Set.of(GuideEvent.class.getPermittedSubclasses()));
        assertThat(ItemLifecycle.TABLE.rows().stream()
                        .flatMap(row -> Stream.of(row.from(), row.to()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ItemStatus.class))))
                .isEqualTo(EnumSet.allOf(ItemStatus.class));
        assertThat(events(ItemLifecycle.TABLE)).isEqualTo(Set.of(ItemEvent.class.getPermittedSubclasses()));
    }

    @Test
    void nothing_follows_an_end() {
        assertThat(Stream.of(GuideStatus.values()).filter(GuideLifecycle.TABLE::isFinal))
                .containsExactly(GuideStatus.SUPERSEDED, GuideStatus.WITHDRAWN);
        assertThat(Stream.of(ItemStatus.values()).filter(ItemLifecycle.TABLE::isFinal))
                .containsExactly(ItemStatus.WITHDRAWN, ItemStatus.ABOLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, ReviewRequested, IN_REVIEW",
        "DRAFT, ItemPublished, PUBLISHED",
        "DRAFT, DraftReturned, -",
        "DRAFT, ItemSuperseded, -",
        "DRAFT, VersionEnded, -",
        "IN_REVIEW, ReviewRequested, -",
        "IN_REVIEW, DraftReturned, DRAFT",
        "IN_REVIEW, ItemPublished, PUBLISHED",
        "PUBLISHED, ItemPublished, -",
        "PUBLISHED, DraftReturned, -",
        "PUBLISHED, ItemSuperseded, SUPERSEDED",
        "PUBLISHED, VersionEnded, WITHDRAWN",
        "SUPERSEDED, VersionEnded, -",
        "WITHDRAWN, ItemSuperseded, -",
    })
    void what_may_happen_to_a_version(GuideStatus from, String event, String to) throws ClassNotFoundException {
        var type = Class.forName(GuideEvent.class.getName() + "$" + event).asSubclass(GuideEvent.class);
        assertThat(GuideLifecycle.after(from, type).map(Enum::name).orElse("-")).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_readme_shows_the_table(TransitionTable<?, ?> table) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        table.rows().forEach(edge -> assertThat(readme)
                .contains("| %s | %s | %s |".formatted(edge.from(), name(edge.event()), edge.to())));
    }

    private static Set<Class<?>> events(TransitionTable<?, ?> table) {
        return table.rows().stream().map(Transition::event).collect(Collectors.toSet());
    }

    private static String name(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
