package cn.yiwang.application.correction;

import cn.yiwang.application.lifecycle.PreReview;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of looks before acceptance (网上预审); one for each application at most. */
@Component
public class PreReviews {

    private final JdbcClient jdbc;
    private final AskedRequirements requirements;

    PreReviews(JdbcClient jdbc, AskedRequirements requirements) {
        this.jdbc = jdbc;
        this.requirements = requirements;
    }

    /** What was found, and everything that the applicant was told. */
    public record Found(PreReview result, Instant at, List<Requirement> requirements) {

        public Found {
            requirements = List.copyOf(requirements);
        }
    }

    public void add(long applicationKey, Found found, String by) {
        jdbc.sql("""
                INSERT INTO pre_review (application_id, result, reviewed_by, reviewed_at) VALUES (:application, :result, :by, :at)
                """)
                .param("application", applicationKey)
                .param("result", found.result().name())
                .param("by", by)
                .param("at", UtcTime.of(found.at()))
                .update();
        requirements.addAll(applicationKey, AskedRequirements.Stage.PRE_REVIEW, found.requirements());
    }

    public Optional<Found> of(long applicationKey) {
        return jdbc.sql("SELECT result, reviewed_at FROM pre_review WHERE application_id = :application")
                .param("application", applicationKey)
                .query((row, n) -> new Found(
                        PreReview.valueOf(row.getString("result")),
                        UtcTime.read(row, "reviewed_at"),
                        requirements.of(applicationKey, AskedRequirements.Stage.PRE_REVIEW)))
                .optional();
    }

    /** Whether the look found something of this kind that the applicant may still put right before acceptance. */
    public boolean asksFor(long applicationKey, String code) {
        return requirements.of(applicationKey, AskedRequirements.Stage.PRE_REVIEW).stream()
                .anyMatch(requirement -> requirement.code().equals(code));
    }
}
