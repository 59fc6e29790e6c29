package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RecomputeDueDatesTest extends ApplicationTest {

    @Autowired
    RecomputeDueDates recompute;

    @Test
    void a_due_date_counted_through_an_unpublished_year_is_shown_as_provisional() {
        clock.set(Instant.parse("2026-12-21T02:00:00Z"));
        var accepted = accepted(CANCELLATION);
        assertThat(accepted.body().path("due").path("provisional").asBoolean()).isTrue();
        recompute.run();
        assertThat(read(AGENT, accepted.id()).etag())
                .as("the notice is not out: nothing to record")
                .isEqualTo(accepted.etag());
    }

    @Test
    void once_the_notice_is_known_the_date_moves_and_the_history_says_from_where() {
        var accepted = accepted(QUICK_PHARMACY);
        var due = accepted.body().path("due").path("on").asString();
        // as if it had been counted before the notice of the year came out
        jdbc.sql(
                        "UPDATE application SET due_on = '2026-12-01', due_provisional = TRUE, due_calendar = '2026.0' WHERE number = ?")
                .param(accepted.number())
                .update();
        recompute.run();
        var seen = read(WINDOW_CLERK, accepted.id());
        assertThat(seen.body().path("due").path("on").asString()).isEqualTo(due);
        assertThat(seen.body().path("due").path("provisional").asBoolean()).isFalse();
        assertThat(seen.etag()).isNotEqualTo(accepted.etag());
        var history = calls.read(AGENT, Calls.ROOT + "/" + accepted.id() + "/history")
                .body()
                .path("items");
        var last = history.path(history.size() - 1);
        assertThat(last.path("event").asString()).isEqualTo("due-date-recomputed");
        assertThat(last.path("note").asString()).isEqualTo("2026-12-01");
        assertThat(last.path("dueOn").asString()).isEqualTo(due);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'recompute-due-date' AND object_id = ?")
                        .param(accepted.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
