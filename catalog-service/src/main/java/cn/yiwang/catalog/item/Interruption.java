package cn.yiwang.catalog.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an item is not offered.
 *
 * @param lastDay null: for good, or until somebody lifts it. A suspension that was lifted on its first day ends the day before it began
 */
record Interruption(Kind kind, LocalDate firstDay, @Nullable LocalDate lastDay, String reason) {

    /** Why it is not offered. */
    enum Kind {
        SUSPENSION(ItemStatus.SUSPENDED),
        WITHDRAWAL(ItemStatus.WITHDRAWN),
        ABOLITION(ItemStatus.ABOLISHED);

        private final ItemStatus status;

        Kind(ItemStatus status) {
            this.status = status;
        }

        ItemStatus status() {
            return status;
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
