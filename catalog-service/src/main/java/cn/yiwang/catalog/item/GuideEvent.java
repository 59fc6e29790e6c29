package cn.yiwang.catalog.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a version of a guide, and what the other services read about it. */
sealed interface GuideEvent {

    /** The type under which the event is published. */
    String type();

    /**
     * A version was published; it binds from {@code effectiveFrom} on.
     *
     * @param previousVersion the version it replaces, absent for the first
     */
    record ItemPublished(
            String itemCode,
            String baseCode,
            String sequence,
            String itemType,
            String body,
            String division,
            int version,
            LocalDate effectiveFrom,
            @Nullable Integer previousVersion)
            implements GuideEvent {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-published.v1";
        }
    }

    /** A version gave way to its successor; {@code effectiveTo} was its last day. */
    record ItemSuperseded(String itemCode, int version, LocalDate effectiveTo, int supersededBy) implements GuideEvent {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-superseded.v1";
        }
    }
}
