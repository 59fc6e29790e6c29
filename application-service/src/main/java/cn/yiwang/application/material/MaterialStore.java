package cn.yiwang.application.material;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Predicate;

/** Where the content of materials lies, each content once under its SHA-256. */
public interface MaterialStore {

    /**
     * Takes in a stream without keeping it yet.
     *
     * @throws ContentTooLongException when it has more than {@code maxBytes}; nothing of it is left behind
     */
    Incoming receive(InputStream content, long maxBytes) throws IOException;

    /** Opens a kept content; {@link java.nio.file.NoSuchFileException} when there is none. */
    InputStream open(byte[] sha256) throws IOException;

    /** Removes contents kept before that instant which nobody refers to, and returns how many. */
    int sweep(Instant keptBefore, Predicate<byte[]> isReferred) throws IOException;

    /** A content that was taken in; closing it without {@link #keep} throws it away. */
    interface Incoming extends AutoCloseable {

        byte[] sha256();

        long size();

        /** The first bytes, at most 64 KiB. */
        byte[] head();

        /** Makes the content lasting: when this returns, it survives a power cut. */
        void keep() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A stream went on behind its bound. */
    class ContentTooLongException extends IOException {

        ContentTooLongException(long maxBytes) {
            super("more than " + maxBytes + " bytes");
        }
    }
}
