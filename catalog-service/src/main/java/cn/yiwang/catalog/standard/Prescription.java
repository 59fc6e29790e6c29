package cn.yiwang.catalog.standard;

import cn.yiwang.catalog.standard.Deviation.Aspect;
import java.util.Set;

/**
 * What the base item prescribes to one implementation.
 *
 * @param justified where the implementation may differ, because a reason is on record
 */
public record Prescription(Standard standard, Set<Aspect> justified) {

    public Prescription {
        justified = Set.copyOf(justified);
    }

    /** Whether the implementation has to keep to the standard here. */
    public boolean binds(Aspect aspect) {
        return !justified.contains(aspect);
    }
}
