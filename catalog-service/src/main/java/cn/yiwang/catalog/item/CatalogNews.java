package cn.yiwang.catalog.item;

/** What the other services and the partners read about an item. */
sealed interface CatalogNews
        permits GuideEvent.ItemPublished,
                GuideEvent.ItemSuperseded,
                ItemEvent.ItemSuspended,
                ItemEvent.ItemResumed,
                ItemEvent.ItemWithdrawn,
                ItemEvent.ItemAbolished {

    /** The type under which the event is published. */
    String type();
}
