package cn.yiwang.catalog.transfer;

import org.jspecify.annotations.Nullable;

/**
 * An item that the catalog has, with its latest version.
 *
 * @param ended whether nobody can apply for it any more, withdrawn or abolished
 * @param versionId null for an item without any version
 * @param status the status of that version as stored
 */
record KnownItem(
        long itemId,
        String itemCode,
        String name,
        boolean ended,
        @Nullable Long versionId,
        int version,
        @Nullable String status,
        boolean openDraft,
        @Nullable Long rowVersion,
        @Nullable String guide) {}
