package cn.yiwang.application.reuse;

import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Visibility;
import cn.yiwang.application.mandate.Principals;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of one applicant's space: those of the applications that the caller may see in it, and no others. */
@Repository
class OwnMaterials {

    private static final String SELECT = """
            SELECT m.id, m.public_id, m.code, m.file_name, m.media_type, m.size, m.sha256, m.uploaded_at, m.valid_until,
                   a.public_id AS application, a.guide_id
              FROM material m JOIN application a ON a.id = m.application_id
             WHERE m.owner_index = :owner AND\s""";

    private final JdbcClient jdbc;
    private final Access access;
    private final Principals principals;
    private final Clock clock;

    OwnMaterials(JdbcClient jdbc, Access access, Principals principals, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.principals = principals;
        this.clock = clock;
    }

    /** What may still be handed in again, newest first; {@code before} is the key of the last one seen. */
    List<OwnMaterial> list(Actor actor, long before, int limit) {
        Visibility visible = access.of(actor);
        return jdbc.sql(SELECT + visible.sql()
                        + " AND m.valid_until >= :today AND m.id < :before ORDER BY m.id DESC LIMIT :limit")
                .param("owner", principals.index(principals.of(actor)))
                .params(visible.parameters())
                .param("today", ChinaTime.today(clock))
                .param("before", before)
                .param("limit", limit)
                .query(OwnMaterials::read)
                .list();
    }

    Optional<OwnMaterial> find(Actor actor, UUID id) {
        Visibility visible = access.of(actor);
        return jdbc.sql(SELECT + visible.sql() + " AND m.public_id = :id")
                .param("owner", principals.index(principals.of(actor)))
                .params(visible.parameters())
                .param("id", Ids.toBytes(id))
                .query(OwnMaterials::read)
                .optional();
    }

    private static OwnMaterial read(ResultSet row, int number) throws SQLException {
        return new OwnMaterial(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("code"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBytes("sha256"),
                UtcTime.read(row, "uploaded_at"),
                Objects.requireNonNull(row.getObject("valid_until", LocalDate.class)),
                Ids.fromBytes(row.getBytes("application")),
                row.getLong("guide_id"));
    }
}
