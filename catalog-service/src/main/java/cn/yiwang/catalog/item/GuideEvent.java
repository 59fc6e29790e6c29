package cn.yiwang.catalog.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a version of a guide. */
sealed interface GuideEvent {

    /** An editor holds the draft to be ready. */
    record ReviewRequested() implements GuideEvent {}

    /** The reviewer gives the draft back, and says why. */
    record DraftReturned() implements GuideEvent {}

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
            implements GuideEvent, CatalogNews {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-published.v1";
        }
    }

    /** A version gave way to its successor; {@code effectiveTo} was its last day. */
    record ItemSuperseded(String itemCode, int version, LocalDate effectiveTo, int supersededBy)
            implements GuideEvent, CatalogNews {

        @Override
        public String type() {
            return "cn.yiwang.catalog.item-superseded.v1";
        }
    }

    /** The item ended and left the version without a successor. */
    record VersionEnded() implements GuideEvent {}
}
