package cn.yiwang.application.material;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of certificates that stand for materials. Who may see them is decided by whoever finds the application. */
@Component
public class CertificateUses {

    private static final String SNAPSHOT = "certificate_use.snapshot_sealed";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final JsonMapper json;

    CertificateUses(JdbcClient jdbc, ConfidentialCodec codec, JsonMapper json) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.json = json;
    }

    /** Keeps it; one that was fetched before for the same material gives way. */
    public void put(long applicationKey, CertificateUse use, String consentedBy, @Nullable UUID mandate) {
        jdbc.sql("""
                INSERT INTO certificate_use (public_id, application_id, code, certificate_id, trust_grade, valid_to, snapshot_sealed,
                       consent_id, consented_by, mandate_id, used_at)
                VALUES (:id, :application, :code, :certificate, :grade, :validTo, :snapshot, :consent, :by, :mandate, :at)
                ON DUPLICATE KEY UPDATE public_id = VALUES(public_id), certificate_id = VALUES(certificate_id),
                       trust_grade = VALUES(trust_grade), valid_to = VALUES(valid_to), snapshot_sealed = VALUES(snapshot_sealed),
                       consent_id = VALUES(consent_id), consented_by = VALUES(consented_by), mandate_id = VALUES(mandate_id),
                       used_at = VALUES(used_at)
                """)
                .param("id", Ids.toBytes(use.id()))
                .param("application", applicationKey)
                .param("code", use.code())
                .param("certificate", Ids.toBytes(use.certificateId()))
                .param("grade", use.grade().name())
                .param("validTo", use.validTo())
                .param("snapshot", codec.seal(json.writeValueAsString(use.snapshot()), SNAPSHOT))
                .param("consent", Ids.toBytes(use.consentId()))
                .param("by", consentedBy)
                .param("mandate", mandate == null ? null : Ids.toBytes(mandate))
                .param("at", UtcTime.of(use.usedAt()))
                .update();
    }

    public List<CertificateUse> of(long applicationKey) {
        return jdbc.sql("""
                SELECT public_id, code, certificate_id, trust_grade, valid_to, snapshot_sealed, consent_id, used_at
                  FROM certificate_use WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query(this::read)
                .list();
    }

    /** The materials that a certificate stands for which is still valid on that day. */
    public Set<String> codes(long applicationKey, LocalDate day) {
        return jdbc.sql("SELECT code FROM certificate_use WHERE application_id = :application AND valid_to >= :day")
                .param("application", applicationKey)
                .param("day", day)
                .query(String.class)
                .set();
    }

    private CertificateUse read(ResultSet row, int number) throws SQLException {
        return new CertificateUse(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("code"),
                Ids.fromBytes(row.getBytes("certificate_id")),
                TrustGrade.valueOf(row.getString("trust_grade")),
                Objects.requireNonNull(row.getObject("valid_to", LocalDate.class)),
                json.readValue(codec.open(row.getBytes("snapshot_sealed"), SNAPSHOT), CertificateUse.Snapshot.class),
                Ids.fromBytes(row.getBytes("consent_id")),
                UtcTime.read(row, "used_at"));
    }
}
