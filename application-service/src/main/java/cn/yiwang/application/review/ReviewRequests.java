package cn.yiwang.application.review;

import cn.yiwang.application.review.ReviewRequest.State;
import cn.yiwang.application.review.ReviewRequest.Wish;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what departments want from the applicant. They only change while the application's row is locked. */
@Component
public class ReviewRequests {

    private final JdbcClient jdbc;

    ReviewRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void addAll(long applicationKey, String department, List<Wish> wishes, String by, Instant now) {
        String values = String.join(", ", Collections.nCopies(wishes.size(), "(?, ?, ?, ?, ?, 'OPEN', ?, ?)"));
        List<@Nullable Object> columns = new ArrayList<>();
        for (Wish wish : wishes) {
            columns.add(Ids.toBytes(Ids.next()));
            columns.add(applicationKey);
            columns.add(department);
            columns.add(wish.materialCode());
            columns.add(wish.text());
            columns.add(by);
            columns.add(UtcTime.of(now));
        }
        jdbc.sql("""
                INSERT INTO review_request (public_id, application_id, department, material_code, wish, status, asked_by, asked_at)
                VALUES %s
                """.formatted(values)).params(columns).update();
    }

    public List<ReviewRequest> of(long applicationKey) {
        return jdbc.sql("""
                SELECT public_id, department, material_code, wish, status, asked_at, settled_at
                  FROM review_request WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query((row, n) -> new ReviewRequest(
                        Ids.fromBytes(row.getBytes("public_id")),
                        row.getString("department"),
                        row.getString("material_code"),
                        row.getString("wish"),
                        State.valueOf(row.getString("status")),
                        UtcTime.read(row, "asked_at"),
                        UtcTime.readNullable(row, "settled_at")))
                .list();
    }

    /** Settles what is open: asked for where the one correction names its material, needless otherwise. */
    public void settle(long applicationKey, Set<String> correctedMaterials, Instant now) {
        // An empty IN list is no SQL; no material has an empty code.
        jdbc.sql("""
                UPDATE review_request
                   SET status = CASE WHEN material_code IN (:codes) THEN 'MERGED' ELSE 'DISMISSED' END, settled_at = :now
                 WHERE application_id = :application AND status = 'OPEN'
                """)
                .param("codes", correctedMaterials.isEmpty() ? Set.of("") : correctedMaterials)
                .param("now", UtcTime.of(now))
                .param("application", applicationKey)
                .update();
    }
}
