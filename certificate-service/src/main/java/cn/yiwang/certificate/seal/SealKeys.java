package cn.yiwang.certificate.seal;

import cn.yiwang.certificate.seal.SealCertificates.Issued;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys of seals in a table, the private halves encrypted by the key ring. The first use of a seal makes its key; of several instances
 * that do so at once one prevails by the table's key, and all use that one.
 */
@Repository
class SealKeys {

    private static final String ROOT_COLUMN = "seal_authority.private_key";
    private static final String SEAL_COLUMN = "body_seal.private_key";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final Clock clock;
    private final Map<String, SealKey> known = new ConcurrentHashMap<>();

    SealKeys(JdbcClient jdbc, ConfidentialCodec codec, Clock clock) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.clock = clock;
    }

    /** A seal that can be used now, and the root that vouches for it. */
    record SealKey(int generation, String bodyName, Issued seal, X509Certificate root) {}

    /** The seal of a body; must be called outside a transaction, since it may make a lasting key. */
    SealKey of(String body, String bodyName, SealKind kind) {
        Instant now = clock.instant();
        String place = kind + ":" + body;
        SealKey kept = known.get(place);
        if (kept != null && isUsable(kept, bodyName, now)) {
            return kept;
        }
        Issued root = root(now);
        SealKey newest = newest(body, kind, root).orElse(null);
        int generation = newest == null ? 0 : newest.generation();
        while (newest == null || !isUsable(newest, bodyName, now)) {
            generation++;
            add(body, bodyName, kind, generation, SealCertificates.seal(root, body, bodyName, kind, now), now);
            newest = newest(body, kind, root).orElseThrow();
        }
        known.put(place, newest);
        return newest;
    }

    private static boolean isUsable(SealKey key, String bodyName, Instant now) {
        return key.bodyName().equals(bodyName)
                && now.isBefore(key.seal().certificate().getNotAfter().toInstant());
    }

    private Issued root(Instant now) {
        return findRoot().orElseGet(() -> {
            Issued root = SealCertificates.root(now);
            try {
                jdbc.sql("""
                        INSERT INTO seal_authority (id, certificate, private_key, created_at) VALUES (1, :certificate, :key, :now)
                        """)
                        .param("certificate", der(root.certificate()))
                        .param("key", sealed(root.key(), ROOT_COLUMN))
                        .param("now", UtcTime.of(now))
                        .update();
            } catch (DuplicateKeyException anotherWasFaster) {
                return findRoot().orElseThrow(() -> anotherWasFaster);
            }
            return root;
        });
    }

    private Optional<Issued> findRoot() {
        return jdbc.sql("SELECT certificate, private_key FROM seal_authority WHERE id = 1")
                .query((row, n) -> issued(row, ROOT_COLUMN))
                .optional();
    }

    private Optional<SealKey> newest(String body, SealKind kind, Issued root) {
        return jdbc.sql("""
                SELECT generation, body_name, certificate, private_key FROM body_seal
                 WHERE body = :body AND kind = :kind ORDER BY generation DESC LIMIT 1
                """)
                .param("body", body)
                .param("kind", kind.name())
                .query((row, n) -> new SealKey(
                        row.getInt("generation"),
                        row.getString("body_name"),
                        issued(row, SEAL_COLUMN),
                        root.certificate()))
                .optional();
    }

    private void add(String body, String bodyName, SealKind kind, int generation, Issued seal, Instant now) {
        // A generation that another instance made meanwhile stands.
        jdbc.sql("""
                INSERT IGNORE INTO body_seal (body, kind, generation, body_name, certificate, private_key, not_after, created_at)
                VALUES (:body, :kind, :generation, :name, :certificate, :key, :end, :now)
                """)
                .param("body", body)
                .param("kind", kind.name())
                .param("generation", generation)
                .param("name", bodyName)
                .param("certificate", der(seal.certificate()))
                .param("key", sealed(seal.key(), SEAL_COLUMN))
                .param("end", UtcTime.of(seal.certificate().getNotAfter().toInstant()))
                .param("now", UtcTime.of(now))
                .update();
    }

    private Issued issued(ResultSet row, String column) throws SQLException {
        byte[] key = Base64.getDecoder().decode(codec.open(row.getBytes("private_key"), column));
        return new Issued(SealCertificates.certificate(row.getBytes("certificate")), SealCertificates.key(key));
    }

    private byte[] sealed(PrivateKey key, String column) {
        return codec.seal(Base64.getEncoder().encodeToString(key.getEncoded()), column);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
