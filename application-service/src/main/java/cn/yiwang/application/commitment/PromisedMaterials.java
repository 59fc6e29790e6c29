package cn.yiwang.application.commitment;

import cn.yiwang.application.commitment.PromisedMaterial.State;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of promised materials. They change only while the application's row is locked. */
@Component
@EnableConfigurationProperties(CommitmentSettings.class)
public class PromisedMaterials {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final CommitmentSettings settings;

    PromisedMaterials(JdbcClient jdbc, WorkingCalendar calendar, CommitmentSettings settings) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.settings = settings;
    }

    public MissedPromise consequence() {
        return settings.missed();
    }

    /** What the applicant signs for a material. */
    public String text(String material) {
        return "本人（单位）承诺：自受理之日起%d个工作日内补交“%s”；逾期未补交的，承担由此产生的后果。".formatted(settings.laterMaterials(), material);
    }

    public void add(long applicationKey, String code, String text, String signedBy, Instant now) {
        jdbc.sql("""
                INSERT INTO promised_material (application_id, code, state, text, signed_by, signed_at)
                VALUES (:application, :code, 'OPEN', :text, :by, :at)
                """)
                .param("application", applicationKey)
                .param("code", code)
                .param("text", text)
                .param("by", signedBy)
                .param("at", UtcTime.of(now))
                .update();
    }

    /** The period for all that is outstanding begins with acceptance. */
    public void begin(long applicationKey, LocalDate acceptedOn) {
        jdbc.sql("UPDATE promised_material SET due_on = :due WHERE application_id = :application AND state = 'OPEN'")
                .param(
                        "due",
                        calendar.dueAfter(acceptedOn, settings.forLaterMaterials(), WhenUnpublished.PROVISIONAL)
                                .date())
                .param("application", applicationKey)
                .update();
    }

    public List<PromisedMaterial> of(long applicationKey) {
        return jdbc.sql("""
                SELECT code, state, text, signed_at, due_on, handed_in_at
                  FROM promised_material WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query((row, n) -> new PromisedMaterial(
                        row.getString("code"),
                        State.valueOf(row.getString("state")),
                        row.getString("text"),
                        UtcTime.read(row, "signed_at"),
                        row.getObject("due_on", LocalDate.class),
                        UtcTime.readNullable(row, "handed_in_at")))
                .list();
    }

    public boolean awaits(long applicationKey, String code) {
        return of(applicationKey).stream()
                .anyMatch(promise -> promise.code().equals(code) && promise.state() == State.OPEN);
    }

    public void handIn(long applicationKey, String code, Instant now) {
        jdbc.sql("""
                UPDATE promised_material SET state = 'HANDED_IN', handed_in_at = :at
                 WHERE application_id = :application AND code = :code AND state = 'OPEN'
                """)
                .param("at", UtcTime.of(now))
                .param("application", applicationKey)
                .param("code", code)
                .update();
    }

    /** Ends all that is outstanding. */
    public void miss(long applicationKey) {
        jdbc.sql("UPDATE promised_material SET state = 'MISSED' WHERE application_id = :application AND state = 'OPEN'")
                .param("application", applicationKey)
                .update();
    }

    /** Applications with a promise whose last day was before that day, behind a key. */
    public List<Long> missed(LocalDate day, long after, int limit) {
        return jdbc.sql("""
                SELECT DISTINCT application_id FROM promised_material
                 WHERE state = 'OPEN' AND due_on < :day AND application_id > :after
                 ORDER BY application_id LIMIT :limit
                """)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
