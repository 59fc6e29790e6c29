package cn.yiwang.application.officer;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of who stands in for whom. */
@Repository
class Delegations {

    private static final String COLUMNS =
            "public_id, body, division, principal, deputy, begins_on, ends_on, reason, revoked_at";
    private static final int MOST_LISTED = 100;

    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Delegation delegation, String by, Instant now) {
        jdbc.sql("""
                INSERT INTO delegation (public_id, body, division, principal, deputy, begins_on, ends_on, reason, recorded_by, recorded_at)
                VALUES (:id, :body, :division, :principal, :deputy, :from, :to, :reason, :by, :now)
                """)
                .param("id", Ids.toBytes(delegation.id()))
                .param("body", delegation.body())
                .param("division", delegation.division())
                .param("principal", delegation.principal())
                .param("deputy", delegation.deputy())
                .param("from", delegation.from())
                .param("to", delegation.to())
                .param("reason", delegation.reason())
                .param("by", by)
                .param("now", UtcTime.of(now))
                .update();
    }

    Optional<Delegation> inForce(String principal, String deputy, String body, String division, LocalDate day) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM delegation
                WHERE principal = :principal AND deputy = :deputy AND ends_on >= :day AND begins_on <= :day
                  AND body = :body AND division = :division AND revoked_at IS NULL
                ORDER BY id LIMIT 1""")
                .param("principal", principal)
                .param("deputy", deputy)
                .param("day", day)
                .param("body", body)
                .param("division", division)
                .query(Delegations::read)
                .optional();
    }

    Optional<Delegation> lock(UUID id, String body, String division) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM delegation WHERE public_id = :id AND body = :body AND division = :division FOR UPDATE")
                .param("id", Ids.toBytes(id))
                .param("body", body)
                .param("division", division)
                .query(Delegations::read)
                .optional();
    }

    /** Those of somebody, as principal or deputy, that have not ended before that day. */
    List<Delegation> of(String subject, LocalDate day) {
        return jdbc.sql("SELECT * FROM (SELECT id, " + COLUMNS
                        + " FROM delegation WHERE deputy = :subject AND ends_on >= :day UNION SELECT id, " + COLUMNS
                        + " FROM delegation WHERE principal = :subject AND ends_on >= :day) d ORDER BY id LIMIT "
                        + MOST_LISTED)
                .param("subject", subject)
                .param("day", day)
                .query(Delegations::read)
                .list();
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql("UPDATE delegation SET revoked_at = :now WHERE public_id = :id AND revoked_at IS NULL")
                .param("now", UtcTime.of(now))
                .param("id", Ids.toBytes(id))
                .update();
    }

    private static Delegation read(ResultSet row, int number) throws SQLException {
        return new Delegation(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("body"),
                row.getString("division"),
                row.getString("principal"),
                row.getString("deputy"),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                UtcTime.readNullable(row, "revoked_at"));
    }
}
