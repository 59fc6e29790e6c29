package cn.yiwang.complaint.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.workorder.FileWorkOrder.Wish;
import cn.yiwang.complaint.workorder.HandleWorkOrder.Assignment;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class RecomputeDueDatesTest {

    private static final Actor DISPATCHER = new Actor(
            "dispatcher",
            "派单员",
            SubjectType.STAFF,
            null,
            null,
            null,
            Persona.LEAD_BODY,
            Persona.CHENZHOU,
            Set.of(Role.DISPATCHER),
            Set.of(),
            4);

    @Autowired
    private FileWorkOrder file;

    @Autowired
    private HandleWorkOrder handle;

    @Autowired
    private ReadWorkOrders read;

    @Autowired
    private RecomputeDueDates recompute;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void a_work_order_was_dispatched_on_a_monday() {
        clock.set(Instant.parse("2026-11-23T01:15:00Z"));
        Wish wish = new Wish(Kind.HELP, false, false, "431000", new Matter("路灯不亮", "路灯不亮", null, null, null));
        String number = file.numberFor(wish);
        id = transaction.execute(_ -> {
            UUID filed = file.file(wish, number, null).order().publicId();
            handle.dispatch(filed, 1, new Assignment(Persona.LEAD_BODY, "某局（示例）", "431000", null), DISPATCHER);
            return filed;
        });
    }

    @Test
    void a_provisional_date_becomes_final_and_both_are_on_record() {
        countedBeforeTheNotice("2026-11-27");
        recompute.run();

        ReadWorkOrders.Story story = read.read(id, DISPATCHER);
        WorkOrder.Handling handling = story.order().handling();
        assertThat(handling).isNotNull();
        assertThat(handling.due().on()).isEqualTo("2026-11-30");
        assertThat(handling.due().provisional()).isFalse();
        assertThat(story.order().version()).isEqualTo(3);
        assertThat(story.order().eventCount()).isEqualTo(2);
        assertThat(story.history().getLast().event()).isEqualTo("due-date-recomputed");
        assertThat(jdbc.sql("SELECT details FROM audit_entry WHERE action = 'recompute-due-date' AND object_id = ?")
                        .param(id.toString())
                        .query(String.class)
                        .single())
                .contains("2026-11-27", "2026-11-30");

        recompute.run();
        assertThat(read.read(id, DISPATCHER).order().version()).isEqualTo(3);
    }

    @Test
    void a_final_date_stays_as_it_is() {
        recompute.run();
        assertThat(read.read(id, DISPATCHER).order().version()).isEqualTo(2);
    }

    /** What the row looked like while the year's notice was not out. */
    private void countedBeforeTheNotice(String due) {
        jdbc.sql("UPDATE work_order SET due_on = ?, due_provisional = TRUE, due_calendar = '2026.0'"
                        + " WHERE public_id = UNHEX(REPLACE(?, '-', ''))")
                .params(due, id.toString())
                .update();
    }
}
