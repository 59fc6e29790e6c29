package cn.yiwang.exchange.signature;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Ed25519 keys that sign webhooks. The first is made when it is needed; all instances share it through the database, where its
 * private half is sealed. The newest one signs, all are published.
 */
@Component
class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String CONTEXT = "signing_key.sealed_private_key";
    private static final int RAW_LENGTH = 32;

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final Clock clock;
    private volatile @Nullable SigningKey current;

    SigningKeys(JdbcClient jdbc, ConfidentialCodec codec, Clock clock) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.clock = clock;
    }

    SigningKey current() {
        SigningKey known = current;
        if (known == null) {
            known = newest().orElseGet(this::make);
            current = known;
        }
        return known;
    }

    /** All public keys by id, the newest first; each as the 32 bytes of RFC 8032. */
    List<PublicKeyBytes> published() {
        current();
        return jdbc.sql("SELECT key_id, public_key FROM signing_key ORDER BY created_at DESC, key_id DESC LIMIT 10")
                .query((row, _) -> new PublicKeyBytes(row.getString("key_id"), raw(row.getBytes("public_key"))))
                .list();
    }

    private Optional<SigningKey> newest() {
        return jdbc.sql("""
                        SELECT key_id, sealed_private_key FROM signing_key
                        ORDER BY created_at DESC, key_id DESC LIMIT 1""")
                .query((row, _) -> open(row.getString("key_id"), row.getBytes("sealed_private_key")))
                .optional();
    }

    /** Two instances that start at once may both make one; both are published and both sign with the newer. */
    private SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String encoded =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            jdbc.sql("""
                            INSERT INTO signing_key (key_id, public_key, sealed_private_key, created_at)
                            VALUES (?, ?, ?, ?)""")
                    .params(
                            Ids.next().toString(),
                            pair.getPublic().getEncoded(),
                            codec.seal(encoded, CONTEXT),
                            UtcTime.of(clock.instant()))
                    .update();
            return newest().orElseThrow();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is not usable here", impossible);
        }
    }

    private SigningKey open(String id, byte[] sealed) {
        try {
            byte[] encoded = Base64.getDecoder().decode(codec.open(sealed, CONTEXT));
            return new SigningKey(
                    id, KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The signing key " + id + " cannot be read", broken);
        }
    }

    /** An Ed25519 SubjectPublicKeyInfo (RFC 8410) ends with the key itself. */
    private static byte[] raw(byte[] subjectPublicKeyInfo) {
        return Arrays.copyOfRange(
                subjectPublicKeyInfo, subjectPublicKeyInfo.length - RAW_LENGTH, subjectPublicKeyInfo.length);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PublicKeyBytes(String id, byte[] bytes) {}
}
