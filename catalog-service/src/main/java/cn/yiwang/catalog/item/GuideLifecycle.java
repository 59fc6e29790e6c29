package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.DraftReturned;
import cn.yiwang.catalog.item.GuideEvent.ItemPublished;
import cn.yiwang.catalog.item.GuideEvent.ItemSuperseded;
import cn.yiwang.catalog.item.GuideEvent.ReviewRequested;
import cn.yiwang.catalog.item.GuideEvent.VersionEnded;
import cn.yiwang.starter.lifecycle.TransitionTable;
import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.util.Optional;

/** The one table of what may happen to a version of a guide, and what becomes of it. */
final class GuideLifecycle {

    /** A publisher may publish a draft that nobody asked to review: publishing is the review. */
    static final TransitionTable<GuideStatus, GuideEvent> TABLE = TransitionTable.<GuideStatus, GuideEvent>startingIn(
                    GuideStatus.DRAFT)
            .from(GuideStatus.DRAFT)
            .on(ReviewRequested.class)
            .to(GuideStatus.IN_REVIEW)
            .on(ItemPublished.class)
            .to(GuideStatus.PUBLISHED)
            .from(GuideStatus.IN_REVIEW)
            .on(DraftReturned.class)
            .to(GuideStatus.DRAFT)
            .on(ItemPublished.class)
            .to(GuideStatus.PUBLISHED)
            .from(GuideStatus.PUBLISHED)
            .on(ItemSuperseded.class)
            .to(GuideStatus.SUPERSEDED)
            .on(VersionEnded.class)
            .to(GuideStatus.WITHDRAWN)
            .table();

    private GuideLifecycle() {}

    /** The status after the event; nothing when the event cannot happen in that status. */
    static Optional<GuideStatus> after(GuideStatus from, Class<? extends GuideEvent> event) {
        return TABLE.rows().stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .map(Transition::to)
                .findFirst();
    }
}
