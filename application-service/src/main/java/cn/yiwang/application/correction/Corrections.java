package cn.yiwang.application.correction;

import cn.yiwang.application.correction.Correction.Consequence;
import cn.yiwang.application.correction.Correction.State;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of notices; one for each application at most. They change only while the application's row is locked. */
@Component
@EnableConfigurationProperties(CorrectionSettings.class)
public class Corrections {

    private final JdbcClient jdbc;
    private final AskedRequirements requirements;
    private final CorrectionSettings settings;

    Corrections(JdbcClient jdbc, AskedRequirements requirements, CorrectionSettings settings) {
        this.jdbc = jdbc;
        this.requirements = requirements;
        this.settings = settings;
    }

    /** What a notice leaves the applicant when it does not say. */
    public TimeLimit usualPeriod() {
        return settings.period();
    }

    public Consequence consequence() {
        return settings.consequence();
    }

    public void add(long applicationKey, Correction correction, String requestedBy) {
        jdbc.sql("""
                INSERT INTO correction (application_id, state, due_on, amount, unit, consequence, requested_by, requested_at)
                VALUES (:application, 'OPEN', :due, :amount, :unit, :consequence, :by, :at)
                """)
                .param("application", applicationKey)
                .param("due", correction.dueOn())
                .param("amount", correction.period().amount())
                .param("unit", correction.period().unit().name())
                .param("consequence", correction.consequence().name())
                .param("by", requestedBy)
                .param("at", UtcTime.of(correction.requestedAt()))
                .update();
        requirements.addAll(applicationKey, AskedRequirements.Stage.CORRECTION, correction.requirements());
    }

    public Optional<Correction> of(long applicationKey) {
        return jdbc.sql("""
                SELECT state, due_on, amount, unit, consequence, requested_at, handed_in_at
                  FROM correction WHERE application_id = :application
                """)
                .param("application", applicationKey)
                .query((row, n) -> new Correction(
                        State.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        new TimeLimit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit"))),
                        Consequence.valueOf(row.getString("consequence")),
                        UtcTime.read(row, "requested_at"),
                        UtcTime.readNullable(row, "handed_in_at"),
                        requirements.of(applicationKey, AskedRequirements.Stage.CORRECTION)))
                .optional();
    }

    /** Whether the open notice asks for this. */
    public boolean asksFor(long applicationKey, String code) {
        return of(applicationKey)
                .filter(correction -> correction.state() == State.OPEN)
                .flatMap(correction -> correction.requirement(code))
                .isPresent();
    }

    public void handIn(long applicationKey, Map<String, String> answers, Instant now) {
        end(applicationKey, State.HANDED_IN, now);
        answers.forEach((code, answer) ->
                requirements.answer(applicationKey, AskedRequirements.Stage.CORRECTION, code, answer));
    }

    public void miss(long applicationKey) {
        end(applicationKey, State.MISSED, null);
    }

    /** Applications whose open notice ended before that day, behind a key. */
    public List<Long> missed(LocalDate day, long after, int limit) {
        return jdbc.sql("""
                SELECT application_id FROM correction
                 WHERE state = 'OPEN' AND due_on < :day AND application_id > :after
                 ORDER BY application_id LIMIT :limit
                """)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private void end(long applicationKey, State state, @Nullable Instant handedIn) {
        jdbc.sql("""
                UPDATE correction SET state = :state, handed_in_at = :at WHERE application_id = :application AND state = 'OPEN'
                """)
                .param("state", state.name())
                .param("at", handedIn == null ? null : UtcTime.of(handedIn))
                .param("application", applicationKey)
                .update();
    }
}
