package cn.yiwang.application.acceptance;

import cn.yiwang.application.lifecycle.NonAcceptance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was not taken in, and why. */
@Repository
class NonAcceptances {

    private final JdbcClient jdbc;

    NonAcceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long applicationKey, Reasons reasons) {
        jdbc.sql("""
                INSERT INTO non_acceptance (application_id, ground, document, basis, competent_body, reason, remedies)
                VALUES (:application, :ground, :document, :basis, :body, :reason, :remedies)
                """)
                .param("application", applicationKey)
                .param("ground", reasons.ground().name())
                .param("document", reasons.document().name())
                .param("basis", reasons.basis())
                .param("body", reasons.competentBody())
                .param("reason", reasons.reason())
                .param("remedies", reasons.remedies())
                .update();
    }

    Optional<Reasons> of(long applicationKey) {
        return jdbc.sql("""
                SELECT ground, document, basis, competent_body, reason, remedies FROM non_acceptance WHERE application_id = :application
                """)
                .param("application", applicationKey)
                .query((row, n) -> new Reasons(
                        NonAcceptance.valueOf(row.getString("ground")),
                        NonAcceptance.Document.valueOf(row.getString("document")),
                        row.getString("basis"),
                        row.getString("competent_body"),
                        row.getString("reason"),
                        row.getString("remedies")))
                .optional();
    }

    /** What the document says. */
    record Reasons(
            NonAcceptance ground,
            NonAcceptance.Document document,
            String basis,
            @Nullable String competentBody,
            String reason,
            @Nullable String remedies) {}
}
