package cn.yiwang.application.material;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of materials. Who may see them is decided by whoever finds the application. */
@Component
public class Materials implements ContentReferences {

    private static final String COLUMNS = "public_id, code, file_name, media_type, size, sha256, uploaded_at";

    private final JdbcClient jdbc;

    Materials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The file belongs to the applicant, who may hand it in again until that day. */
    public void add(long applicationKey, Material material, String uploadedBy, LocalDate validUntil) {
        jdbc.sql("""
                INSERT INTO material (public_id, application_id, code, file_name, media_type, size, sha256, uploaded_by, uploaded_at,
                       owner_index, valid_until)
                SELECT :id, id, :code, :name, :type, :size, :sha256, :by, :at, applicant_index, :validUntil
                  FROM application WHERE id = :application
                """)
                .param("id", Ids.toBytes(material.id()))
                .param("application", applicationKey)
                .param("code", material.code())
                .param("name", material.fileName())
                .param("type", material.mediaType())
                .param("size", material.size())
                .param("sha256", material.sha256())
                .param("by", uploadedBy)
                .param("at", UtcTime.of(material.uploadedAt()))
                .param("validUntil", validUntil)
                .update();
    }

    public List<Material> of(long applicationKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM material WHERE application_id = :application ORDER BY id")
                .param("application", applicationKey)
                .query(Materials::read)
                .list();
    }

    public int count(long applicationKey) {
        return jdbc.sql("SELECT COUNT(*) FROM material WHERE application_id = :application")
                .param("application", applicationKey)
                .query(Integer.class)
                .single();
    }

    /** The codes for which at least one file is there. */
    public Set<String> codes(long applicationKey) {
        return jdbc.sql("SELECT DISTINCT code FROM material WHERE application_id = :application")
                .param("application", applicationKey)
                .query(String.class)
                .set();
    }

    /** The codes for which a file came after that moment. */
    public Set<String> codesSince(long applicationKey, Instant moment) {
        return jdbc.sql(
                        "SELECT DISTINCT code FROM material WHERE application_id = :application AND uploaded_at >= :moment")
                .param("application", applicationKey)
                .param("moment", UtcTime.of(moment))
                .query(String.class)
                .set();
    }

    public Optional<Material> find(long applicationKey, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM material WHERE application_id = :application AND public_id = :id")
                .param("application", applicationKey)
                .param("id", Ids.toBytes(id))
                .query(Materials::read)
                .optional();
    }

    @Override
    public boolean isReferred(byte[] sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM material WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static Material read(ResultSet row, int number) throws SQLException {
        return new Material(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("code"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBytes("sha256"),
                UtcTime.read(row, "uploaded_at"));
    }
}
