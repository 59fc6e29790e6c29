package cn.yiwang.application.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document of an application.
 *
 * @param occasion which of several of its kind, from 1
 * @param body the credit code of the body that makes it
 * @param datedOn the legal day on which it was made
 * @param madeBy the officer; null when a step made it
 * @param file the finished PDF; null before the first reading
 */
public record Document(
        long key,
        UUID id,
        long applicationKey,
        DocumentKind kind,
        int occasion,
        String body,
        String bodyName,
        int templateVersion,
        @Nullable String number,
        LocalDate datedOn,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable File file) {

    /** Whether the PDF is there; the first reading makes it. */
    public boolean isFinished() {
        return file != null;
    }

    /** Where the finished PDF lies. */
    @SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
    record File(byte[] sha256, long size) {}
}
