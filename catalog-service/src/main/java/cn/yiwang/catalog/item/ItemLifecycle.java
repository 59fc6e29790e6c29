package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.ItemEvent.ItemAbolished;
import cn.yiwang.catalog.item.ItemEvent.ItemResumed;
import cn.yiwang.catalog.item.ItemEvent.ItemSuspended;
import cn.yiwang.catalog.item.ItemEvent.ItemWithdrawn;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen to an item, and what becomes of it. */
final class ItemLifecycle {

    static final TransitionTable<ItemStatus, ItemEvent> TABLE = TransitionTable.<ItemStatus, ItemEvent>startingIn(
                    ItemStatus.IN_USE)
            .from(ItemStatus.IN_USE)
            .on(ItemSuspended.class)
            .to(ItemStatus.SUSPENDED)
            .on(ItemWithdrawn.class)
            .to(ItemStatus.WITHDRAWN)
            .on(ItemAbolished.class)
            .to(ItemStatus.ABOLISHED)
            .from(ItemStatus.SUSPENDED)
            .on(ItemResumed.class)
            .to(ItemStatus.IN_USE)
            .on(ItemWithdrawn.class)
            .to(ItemStatus.WITHDRAWN)
            .on(ItemAbolished.class)
            .to(ItemStatus.ABOLISHED)
            .table();

    private ItemLifecycle() {}
}
