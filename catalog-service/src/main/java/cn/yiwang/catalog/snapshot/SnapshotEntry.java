package cn.yiwang.catalog.snapshot;

import cn.yiwang.catalog.item.GuideStatus;
import cn.yiwang.catalog.item.ItemStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item with all that was published of it.
 *
 * @param subject the subject of the item's events
 * @param sequence the sequence of the last event whose effect is in this entry; what comes later has a higher one
 * @param interruptions the days on which it is not offered
 * @param successors the codes under which an abolished item goes on
 */
record SnapshotEntry(
        String subject,
        String sequence,
        String itemCode,
        String name,
        String itemType,
        String body,
        String division,
        String level,
        List<Interrupted> interruptions,
        List<String> successors,
        List<Version> versions) {

    /** Days on which the item is not offered; no last day: for good, or nobody knows yet. */
    record Interrupted(
            ItemStatus status, LocalDate firstDay, @Nullable LocalDate lastDay) {}

    /** A published version. */
    @Schema(name = "SnapshotVersion")
    record Version(
            int version,
            GuideStatus status,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            JsonNode guide) {}
}
