package cn.yiwang.catalog.item;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an item as a whole; the version named is the one in force on that day, if there is one. */
sealed interface ItemEvent {

    /**
     * The item is not offered for the time being.
     *
     * @param until the last day of it, absent while nobody knows
     */
    record ItemSuspended(
            String itemCode,
            @Nullable Integer version,
            LocalDate from,
            @Nullable LocalDate until) implements ItemEvent, CatalogNews {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-suspended.v1";
        }
    }

    /** The item is offered again. */
    record ItemResumed(String itemCode, @Nullable Integer version, LocalDate from) implements ItemEvent, CatalogNews {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-resumed.v1";
        }
    }

    /** The item is not offered any more from that day on. */
    record ItemWithdrawn(String itemCode, @Nullable Integer version, LocalDate from) implements ItemEvent, CatalogNews {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-withdrawn.v1";
        }
    }

    /** The item's code ends; its business goes on under the successors, if there are any. */
    record ItemAbolished(String itemCode, @Nullable Integer version, LocalDate from, List<String> successors)
            implements ItemEvent, CatalogNews {

        public ItemAbolished {
            successors = List.copyOf(successors);
        }

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-abolished.v1";
        }
    }
}
