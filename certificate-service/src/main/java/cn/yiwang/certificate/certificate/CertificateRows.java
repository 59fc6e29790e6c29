package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.certificate.holder.HolderVault;
import cn.yiwang.certificate.signature.Signature;
import cn.yiwang.standards.CertificateIdentifier;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.confidential.ConfidentialException;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of the table, decrypting what is kept secret. */
final class CertificateRows implements RowMapper<Certificate> {

    private static final Logger log = LoggerFactory.getLogger(CertificateRows.class);

    static final String TOKEN = "certificate.token_sealed";
    static final String SELECT = """
            SELECT id, public_id, request_id, application_id, application_number, item_code, identifier, certificate_number,
                type_code, type_name, issuer_code, issuer_name, division, holder_kind, holder_sealed, token_sealed, issued_on,
                valid_from, valid_to, signing_key, signature, status, revoked_on, version, event_count
            FROM certificate""";

    private final HolderVault holders;
    private final ConfidentialCodec codec;

    CertificateRows(HolderVault holders, ConfidentialCodec codec) {
        this.holders = holders;
        this.codec = codec;
    }

    /** A certificate with the key by which lists are cut. */
    record Keyed(long key, Listed certificate) {}

    Keyed keyed(ResultSet row, int index) throws SQLException {
        Listed listed = new Listed(
                Ids.fromBytes(row.getBytes("public_id")),
                Ids.fromBytes(row.getBytes("application_id")),
                face(row),
                holderName(row));
        return new Keyed(row.getLong("id"), listed);
    }

    private @Nullable String holderName(ResultSet row) throws SQLException {
        try {
            return holders.open(row.getBytes("holder_sealed")).publicName();
        } catch (ConfidentialException altered) {
            tell(row, altered);
            return null;
        }
    }

    /** The certificate, or what is left of it when somebody altered what is sealed. */
    Linked linked(ResultSet row, int index) throws SQLException {
        try {
            return new Linked.Whole(mapRow(row, index));
        } catch (ConfidentialException altered) {
            tell(row, altered);
            return new Linked.Damaged(face(row));
        }
    }

    /** The certificate as its holder and its officers read it. */
    Certificate whole(ResultSet row, int index) throws SQLException {
        try {
            return mapRow(row, index);
        } catch (ConfidentialException altered) {
            tell(row, altered);
            throw new ProblemException(CertificateProblem.CERTIFICATE_ALTERED);
        }
    }

    private static void tell(ResultSet row, ConfidentialException altered) throws SQLException {
        log.error("The certificate {} was altered in the database", row.getString("identifier"), altered);
    }

    private static Face face(ResultSet row) throws SQLException {
        return new Face(
                CertificateIdentifier.parse(row.getString("identifier")),
                row.getString("certificate_number"),
                new Named(row.getString("type_code"), row.getString("type_name")),
                new Named(row.getString("issuer_code"), row.getString("issuer_name")),
                HolderKind.valueOf(row.getString("holder_kind")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                CertificateStatus.valueOf(row.getString("status")),
                row.getObject("revoked_on", LocalDate.class));
    }

    @Override
    public Certificate mapRow(ResultSet row, int index) throws SQLException {
        CertificateMetadata metadata = new CertificateMetadata(
                CertificateIdentifier.parse(row.getString("identifier")),
                new Named(row.getString("type_code"), row.getString("type_name")),
                row.getString("certificate_number"),
                new Named(row.getString("issuer_code"), row.getString("issuer_name")),
                row.getString("division"),
                holders.open(row.getBytes("holder_sealed")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("item_code"),
                row.getString("application_number"));
        return new Certificate(
                Ids.fromBytes(row.getBytes("public_id")),
                Ids.fromBytes(row.getBytes("request_id")),
                Ids.fromBytes(row.getBytes("application_id")),
                metadata,
                new Signature(row.getString("signing_key"), row.getString("signature")),
                new VerificationToken(codec.open(row.getBytes("token_sealed"), TOKEN)),
                CertificateStatus.valueOf(row.getString("status")),
                row.getObject("revoked_on", LocalDate.class),
                row.getLong("version"),
                row.getLong("event_count"));
    }
}
