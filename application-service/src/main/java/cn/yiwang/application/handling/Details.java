package cn.yiwang.application.handling;

import cn.yiwang.application.handling.ApplicationDetails.Certificate;
import cn.yiwang.application.handling.ApplicationDetails.Decision;
import cn.yiwang.application.handling.ApplicationDetails.Moments;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of applications as readers see them. */
@Repository
class Details {

    private static final String MORE_COLUMNS = """
            , a.applicant_sealed, a.summary, a.licence, a.outcome, a.reason, a.remedies, a.cited_conditions, a.certificate_id, a.certificate_identifier,
            a.certificate_status, a.created_at, a.submitted_at, a.accepted_at, a.decided_at, a.delivered_at""";

    private final JdbcClient jdbc;

    Details(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(UUID id, Visibility visible) {
        return jdbc.sql("SELECT " + Applications.COLUMNS + MORE_COLUMNS
                        + " FROM application a WHERE a.public_id = :id AND " + visible.sql())
                .param("id", Ids.toBytes(id))
                .params(visible.parameters())
                .query(Details::read)
                .optional();
    }

    /** Newest first; {@code before} is the key of the last one seen. */
    List<Application> list(Visibility visible, long before, int limit) {
        return jdbc.sql("SELECT " + Applications.COLUMNS
                        + " FROM application a WHERE a.id < :before AND " + visible.sql()
                        + " ORDER BY a.id DESC LIMIT :limit")
                .param("before", before)
                .params(visible.parameters())
                .param("limit", limit)
                .query(Applications::read)
                .list();
    }

    @Nullable String licence(long key) {
        return jdbc.sql("SELECT licence FROM application WHERE id = :key")
                .param("key", key)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    byte[] sealedApplicant(long key) {
        return jdbc.sql("SELECT applicant_sealed FROM application WHERE id = :key")
                .param("key", key)
                .query(byte[].class)
                .single();
    }

    /** The sequence of the last certificate event that was noted, 0 before the first. */
    long certificateSequence(long key) {
        return jdbc.sql("SELECT COALESCE(certificate_sequence, 0) FROM application WHERE id = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        byte[] certificate = row.getBytes("certificate_id");
        return new Row(
                Applications.read(row, number),
                row.getBytes("applicant_sealed"),
                row.getString("summary"),
                row.getString("licence"),
                new Decision(row.getString("outcome"), row.getString("reason"), row.getString("remedies"), codes(row)),
                new Certificate(
                        certificate == null ? null : Ids.fromBytes(certificate),
                        row.getString("certificate_identifier"),
                        row.getString("certificate_status")),
                new Moments(
                        UtcTime.read(row, "created_at"),
                        UtcTime.readNullable(row, "submitted_at"),
                        UtcTime.readNullable(row, "accepted_at"),
                        UtcTime.readNullable(row, "decided_at"),
                        UtcTime.readNullable(row, "delivered_at")));
    }

    private static List<String> codes(ResultSet row) throws SQLException {
        String codes = row.getString("cited_conditions");
        return codes == null ? List.of() : List.of(codes.split(",", -1));
    }

    /** One row, the applicant still sealed. */
    @SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
    record Row(
            Application application,
            byte[] sealedApplicant,
            @Nullable String summary,
            @Nullable String licence,
            Decision decision,
            Certificate certificate,
            Moments moments) {}
}
