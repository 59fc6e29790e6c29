package cn.yiwang.starter.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Public identifiers: UUIDv7 (RFC 9562), stored as {@code BINARY(16)} in the order of their text, so that an index on them grows at its
 * end.
 */
public final class Ids {

    private static final int LENGTH = 16;

    private Ids() {}

    /** A new UUIDv7; identifiers of one process ascend strictly. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The 16 bytes to store in a {@code BINARY(16)} column. */
    public static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The identifier stored in a {@code BINARY(16)} column; any other length is an {@link IllegalArgumentException}. */
    public static UUID fromBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("An id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
