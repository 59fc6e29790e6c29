package cn.yiwang.application.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was asked, each once per occasion. */
@Repository
class AskedRequirements {

    private final JdbcClient jdbc;

    AskedRequirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The occasion on which it was asked. */
    enum Stage {
        PRE_REVIEW,
        CORRECTION
    }

    void addAll(long applicationKey, Stage stage, List<Requirement> asked) {
        if (asked.isEmpty()) {
            return;
        }
        List<@Nullable Object> columns = new ArrayList<>();
        for (Requirement requirement : asked) {
            columns.add(applicationKey);
            columns.add(stage.name());
            columns.add(requirement.code());
            columns.add(requirement.explanation());
        }
        String values = String.join(", ", Collections.nCopies(asked.size(), "(?, ?, ?, ?)"));
        jdbc.sql("INSERT INTO asked_requirement (application_id, stage, code, explanation) VALUES " + values)
                .params(columns)
                .update();
    }

    List<Requirement> of(long applicationKey, Stage stage) {
        return jdbc.sql("""
                SELECT code, explanation, answer FROM asked_requirement
                 WHERE application_id = :application AND stage = :stage ORDER BY id
                """)
                .param("application", applicationKey)
                .param("stage", stage.name())
                .query((row, n) ->
                        new Requirement(row.getString("code"), row.getString("explanation"), row.getString("answer")))
                .list();
    }

    void answer(long applicationKey, Stage stage, String code, String answer) {
        jdbc.sql("""
                UPDATE asked_requirement SET answer = :answer
                 WHERE application_id = :application AND stage = :stage AND code = :code
                """)
                .param("answer", answer)
                .param("application", applicationKey)
                .param("stage", stage.name())
                .param("code", code)
                .update();
    }
}
