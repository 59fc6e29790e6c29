package cn.yiwang.complaint.limit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandlingLimitsTest {

    private final HandlingLimits bundled =
            HandlingLimits.read(getClass().getResourceAsStream("handling-limits.csv"), WorkingCalendars.bundled());

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_limit_with_its_source(Kind kind) {
        assertThat(bundled.due(kind, LocalDate.of(2026, 3, 2)).basis()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "an ordinary week,                          2026-11-23, 2026-11-30, false",
        "dispatched on a Sunday,                    2026-11-22, 2026-11-27, false",
        "over the National Day week with make-ups,  2026-09-30, 2026-10-13, false",
        "over Spring Festival with a make-up day,   2026-02-13, 2026-02-27, false",
        "into a year whose notice is not out,       2026-12-29, 2027-01-05, true",
    })
    void five_working_days_after_the_day_of_dispatch(
            String when, LocalDate dispatched, LocalDate due, boolean provisional) {
        var answer = bundled.due(Kind.COMPLAINT, dispatched);
        assertThat(answer.on()).as(when).isEqualTo(due);
        assertThat(answer.provisional()).as(when).isEqualTo(provisional);
    }

    @Test
    void the_rule_of_the_day_of_dispatch_applies() {
        var file = """
                kind,applies_from,amount,unit,confirmed,basis
                HELP,2017-01-01,5,WORKING_DAY,false,old rule
                HELP,2026-06-01,3,NATURAL_DAY,true,"new rule, with a comma"
                """;
        var limits = HandlingLimits.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), WorkingCalendars.bundled());
        assertThat(limits.due(Kind.HELP, LocalDate.of(2026, 5, 29)).basis()).isEqualTo("old rule");
        assertThat(limits.due(Kind.HELP, LocalDate.of(2026, 6, 1)).on()).isEqualTo(LocalDate.of(2026, 6, 4));
    }
}
