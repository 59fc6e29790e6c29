package cn.yiwang.catalog.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as stored.
 *
 * @param owner the body whose items it may hold; null for the province
 * @param attempt how many instances took it up so far
 */
record CatalogImport(
        long id,
        UUID publicId,
        @Nullable String owner,
        String createdBy,
        Instant createdAt,
        String fileName,
        long fileSize,
        String fileSha256,
        ImportState state,
        int attempt,
        Counts counts,
        @Nullable String orderedBy,
        @Nullable Instant finishedAt,
        long rowVersion) {

    /** How far it is and what was found. */
    record Counts(
            int rowsRead,
            int itemsChecked,
            int itemsApplied,
            int itemsNew,
            int itemsChanged,
            int itemsUnchanged,
            int blocking,
            int advice) {}
}
