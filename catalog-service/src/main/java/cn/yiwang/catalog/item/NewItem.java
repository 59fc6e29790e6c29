package cn.yiwang.catalog.item;

import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import org.jspecify.annotations.Nullable;

/**
 * An item to enter into the catalog, together with its base item and its implementation where they are missing.
 *
 * @param baseName the name of the base item
 * @param code null while nobody knows the code
 */
public record NewItem(
        String baseName,
        ItemType type,
        CreditCode body,
        ServiceLevel level,
        @Nullable BusinessItemCode code,
        String name) {}
