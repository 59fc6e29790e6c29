package cn.yiwang.catalog.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item's guide, as stored.
 *
 * @param effectiveTo the last day on which it applies; null while no successor is known
 * @param guide the guide as JSON
 * @param editor the subject of whoever changed the draft last
 */
record GuideVersion(
        long id,
        int version,
        GuideStatus status,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String guide,
        String editor,
        long rowVersion) {}
