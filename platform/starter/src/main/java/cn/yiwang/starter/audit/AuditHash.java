package cn.yiwang.starter.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The keyed hash of the chain: HMAC-SHA256 over the previous hash, the number of the link and every column of the entry. */
final class AuditHash {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ABSENT = -1;

    private final SecretKey key;

    AuditHash(SecretKey key) {
        this.key = key;
    }

    /** What the first link follows. */
    static byte[] beginning() {
        return new byte[LENGTH];
    }

    byte[] link(byte[] previous, long sealNumber, AuditRow row) {
        Mac mac = mac();
        mac.update((byte) 'L');
        mac.update(previous);
        number(mac, sealNumber);
        number(mac, row.id());
        number(mac, ChronoUnit.MICROS.between(Instant.EPOCH, row.occurredAt()));
        text(mac, row.actorSubject());
        text(mac, row.actorType());
        text(mac, row.actingFor());
        text(mac, row.roles());
        text(mac, row.action());
        text(mac, row.objectType());
        text(mac, row.objectId());
        text(mac, row.ground());
        text(mac, row.details());
        text(mac, row.traceId());
        return mac.doFinal();
    }

    /** Confirms where the chain ends. */
    byte[] head(long sealNumber, byte[] hash) {
        Mac mac = mac();
        mac.update((byte) 'H');
        number(mac, sealNumber);
        mac.update(hash);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not usable here", impossible);
        }
    }

    private static void number(Mac mac, long value) {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** With its length in front, so that no two different rows give the same bytes. */
    private static void text(Mac mac, @Nullable String value) {
        if (value == null) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
