package cn.yiwang.application.officer;

import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of who is kept out of an application. They only change while the application's row is locked. */
@Component
public class Recusals {

    private final JdbcClient jdbc;

    Recusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What keeps somebody out. */
    public enum Kind {
        /** An interest in the matter: out of everything. */
        RECUSED,
        /** Hosting its hearing: out of its review (行政许可法 48(3)). */
        HEARING_HOST
    }

    /** Notes it, and returns whether it is new. */
    public boolean add(long applicationKey, String officer, Kind kind, String reason, String by, Instant now) {
        if (of(applicationKey, officer).contains(kind)) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO recusal (application_id, officer, kind, reason, recorded_by, recorded_at)
                VALUES (:application, :officer, :kind, :reason, :by, :now)
                """)
                .param("application", applicationKey)
                .param("officer", officer)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", UtcTime.of(now))
                .update();
        return true;
    }

    /** Whether anything keeps that officer out of the application. */
    public boolean isKeptOut(long applicationKey, String officer) {
        return !of(applicationKey, officer).isEmpty();
    }

    Set<Kind> of(long applicationKey, String officer) {
        return jdbc.sql("SELECT kind FROM recusal WHERE application_id = :application AND officer = :officer")
                .param("application", applicationKey)
                .param("officer", officer)
                .query(Kind.class)
                .set();
    }
}
