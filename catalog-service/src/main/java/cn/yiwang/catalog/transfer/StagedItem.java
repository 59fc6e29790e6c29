package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.content.ItemHead;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What applying the file would do to an item.
 *
 * @param publicId the id that a new item gets
 * @param seen the item as the check found it; null for a new one
 * @param guide the JSON of the draft; null when nothing changes
 */
record StagedItem(
        Action action,
        ItemHead head,
        UUID publicId,
        @Nullable KnownItem seen,
        @Nullable String guide) {

    /** What is done. */
    enum Action {
        /** The item is entered with its first draft. */
        NEW,
        /** The item gets the draft of its next version. */
        OPEN,
        /** The item's open draft is rewritten. */
        REWRITE,
        /** The catalog says the same already. */
        NONE
    }
}
