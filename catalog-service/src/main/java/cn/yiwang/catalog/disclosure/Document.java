package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.body.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document, as stored.
 *
 * @param reviewedHash the fingerprint of the content that passed the secrecy review; null when none did
 * @param author the subject of whoever wrote on it last
 * @param effectiveTo the last day on which it applies; null when none is known
 * @param ground why it was refused or withdrawn
 */
record Document(
        long id,
        UUID publicId,
        Named body,
        DocumentStatus status,
        DocumentContent content,
        @Nullable String reviewedHash,
        String author,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate archiveOn,
        @Nullable String ground,
        long rowVersion) {

    /** Whether exactly this content, not merely this row, passed the secrecy review. */
    boolean isCleared() {
        return ContentJson.hash(content).equals(reviewedHash);
    }

    /** Whether it is out and its last day is not over. */
    boolean appliesOn(LocalDate day) {
        return status == DocumentStatus.PUBLISHED && (effectiveTo == null || !effectiveTo.isBefore(day));
    }
}
