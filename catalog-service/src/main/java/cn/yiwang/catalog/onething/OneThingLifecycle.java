package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.onething.OneThingEvent.Published;
import cn.yiwang.catalog.onething.OneThingEvent.Superseded;
import cn.yiwang.catalog.onething.OneThingEvent.Withdrawn;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen to a version of a package. */
final class OneThingLifecycle {

    static final TransitionTable<OneThingStatus, OneThingEvent> TABLE =
            TransitionTable.<OneThingStatus, OneThingEvent>startingIn(OneThingStatus.DRAFT)
                    .from(OneThingStatus.DRAFT)
                    .on(Published.class)
                    .to(OneThingStatus.PUBLISHED)
                    .from(OneThingStatus.PUBLISHED)
                    .on(Superseded.class)
                    .to(OneThingStatus.SUPERSEDED)
                    .on(Withdrawn.class)
                    .to(OneThingStatus.WITHDRAWN)
                    .table();

    private OneThingLifecycle() {}

    static OneThingStatus after(OneThingStatus from, OneThingEvent event) {
        return TABLE.next(from, event)
                .orElseThrow(() -> new IllegalStateException(event + " cannot happen to a package in " + from));
    }
}
