package cn.yiwang.starter.http;

import cn.yiwang.starter.confidential.Confidential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** SHA-256 fingerprints of scopes and bodies. */
final class Fingerprints {

    private final JsonMapper json;

    /** Cloned for each use, which spares the search among the security providers. */
    private final MessageDigest sha256 = sha256();

    /** Takes the service's mapper, but looks inside confidential values: two different ones must not look the same. */
    Fingerprints(JsonMapper json) {
        this.json = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(new SimpleModule("fingerprints").addSerializer(new Revealed()))
                .build();
    }

    byte[] ofScope(String caller, String method, String path, String key) {
        MessageDigest digest = fresh();
        for (String part : new String[] {caller, method, path, key}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** Salted with the scope, whose key only the caller knows, so that a body cannot be guessed from the table. */
    byte[] ofBody(byte[] scope, Object body) {
        MessageDigest digest = fresh();
        digest.update(scope);
        return digest.digest(json.writeValueAsBytes(body));
    }

    private MessageDigest fresh() {
        try {
            return (MessageDigest) sha256.clone();
        } catch (CloneNotSupportedException _) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Revealed extends ValueSerializer<Confidential<?>> {

        @Override
        @SuppressWarnings("unchecked")
        public Class<Confidential<?>> handledType() {
            return (Class<Confidential<?>>) (Class<?>) Confidential.class;
        }

        @Override
        public void serialize(Confidential<?> value, JsonGenerator generator, SerializationContext context) {
            context.writeValue(generator, value.revealed());
        }
    }
}
