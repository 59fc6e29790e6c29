package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.ItemPublished;
import cn.yiwang.catalog.item.GuideEvent.ItemSuperseded;
import java.util.List;
import java.util.Optional;

/** The one table of what may happen to a version of a guide, and what becomes of it. */
final class GuideLifecycle {

    /** An edge of the table. */
    record Transition(GuideStatus from, Class<? extends GuideEvent> event, GuideStatus to) {}

    static final List<Transition> TRANSITIONS = List.of(
            new Transition(GuideStatus.DRAFT, ItemPublished.class, GuideStatus.PUBLISHED),
            new Transition(GuideStatus.PUBLISHED, ItemSuperseded.class, GuideStatus.SUPERSEDED));

    private GuideLifecycle() {}

    /** The status after the event; nothing when the event cannot happen in that status. */
    static Optional<GuideStatus> after(GuideStatus from, Class<? extends GuideEvent> event) {
        return TRANSITIONS.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .map(Transition::to)
                .findFirst();
    }
}
