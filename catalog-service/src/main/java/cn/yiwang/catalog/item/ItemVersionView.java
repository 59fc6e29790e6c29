package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published version as everybody reads it; {@code contracts/catalog/item-version.schema.json} says the same.
 *
 * @param effectiveTo the last day; null while no successor is known
 */
public record ItemVersionView(
        String itemCode,
        int version,
        String baseCode,
        String sequence,
        String name,
        Coded type,
        Named body,
        Named division,
        Coded level,
        GuideStatus status,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Guide guide) {}
