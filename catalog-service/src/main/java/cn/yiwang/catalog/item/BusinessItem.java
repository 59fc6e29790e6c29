package cn.yiwang.catalog.item;

import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person can apply for at one body (业务办理项).
 *
 * @param publicId the subject of its events
 * @param code null for an item whose code is not known yet: such an item is never published
 */
public record BusinessItem(
        long id,
        UUID publicId,
        @Nullable BusinessItemCode code,
        String name,
        ItemType type,
        ServiceLevel level,
        String bodyCode,
        String bodyName,
        DivisionCode division) {

    /** The code of an item that is being published or read by it. */
    BusinessItemCode knownCode() {
        if (code == null) {
            throw new IllegalStateException("business item " + publicId + " has no code");
        }
        return code;
    }
}
