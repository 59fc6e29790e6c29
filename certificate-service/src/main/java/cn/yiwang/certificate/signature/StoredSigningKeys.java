package cn.yiwang.certificate.signature;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys in a table, the private halves encrypted by the key ring. The first instance that starts creates the first key; the
 * unique id makes all others read it. This happens outside any transaction, before anything serves or listens.
 */
@Component
class StoredSigningKeys implements SigningKeys, SmartLifecycle {

    private static final String COLUMN = "signing_key.private_key";
    private static final String NAME = "sm2-";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final Clock clock;
    private final Map<String, ECPublicKeyParameters> known = new ConcurrentHashMap<>();

    private volatile @Nullable Current current;

    private record Current(String name, ECPrivateKeyParameters privateKey) {}

    StoredSigningKeys(JdbcClient jdbc, ConfidentialCodec codec, Clock clock) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public void start() {
        current = newest().orElseGet(this::createFirst);
    }

    @Override
    public void stop() {
        current = null;
    }

    @Override
    public boolean isRunning() {
        return current != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Signature sign(byte[] text) {
        Current key = current;
        if (key == null) {
            throw new IllegalStateException("the signing key is not there before the start and after the stop");
        }
        byte[] value = Sm2.sign(key.privateKey(), text);
        return new Signature(key.name(), Base64.getEncoder().encodeToString(value));
    }

    @Override
    public boolean verify(Signature signature, byte[] text) {
        ECPublicKeyParameters key = known.computeIfAbsent(signature.key(), this::publicKey);
        try {
            return key != null && Sm2.verify(key, text, Base64.getDecoder().decode(signature.value()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Current createFirst() {
        Sm2.KeyPair pair = Sm2.KeyPair.generate();
        String privateKey = Base64.getEncoder().encodeToString(pair.privateKeyBytes());
        try {
            jdbc.sql("""
                            INSERT INTO signing_key (id, public_key, private_key, created_at)
                            VALUES (1, :publicKey, :privateKey, :now)""")
                    .param("publicKey", pair.publicKeyBytes())
                    .param("privateKey", codec.seal(privateKey, COLUMN))
                    .param("now", UtcTime.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException anotherInstanceWasFaster) {
            return newest().orElseThrow(() -> anotherInstanceWasFaster);
        }
        return newest().orElseThrow();
    }

    private Optional<Current> newest() {
        return jdbc.sql("SELECT id, private_key FROM signing_key ORDER BY id DESC LIMIT 1")
                .query((row, index) -> new Current(
                        NAME + row.getInt("id"),
                        Sm2.privateKey(Base64.getDecoder().decode(codec.open(row.getBytes("private_key"), COLUMN)))))
                .optional();
    }

    private @Nullable ECPublicKeyParameters publicKey(String name) {
        if (!name.matches(NAME + "[1-9][0-9]{0,8}")) {
            return null;
        }
        return jdbc.sql("SELECT public_key FROM signing_key WHERE id = ?")
                .param(Integer.parseInt(name.substring(NAME.length())))
                .query((row, index) -> Sm2.publicKey(row.getBytes("public_key")))
                .optional()
                .orElse(null);
    }
}
