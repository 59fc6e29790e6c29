package cn.yiwang.catalog.item;

import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Leaves news about an item in the outbox, numbered per item, and tells this instance. */
@Component
class CatalogEvents {

    private final JdbcItems items;
    private final Outbox outbox;
    private final ApplicationEventPublisher listeners;

    CatalogEvents(JdbcItems items, Outbox outbox, ApplicationEventPublisher listeners) {
        this.items = items;
        this.outbox = outbox;
        this.listeners = listeners;
    }

    void send(BusinessItem item, CatalogNews news) {
        outbox.send(new EventDraft(
                CatalogTopic.NAME, news.type(), item.publicId().toString(), items.nextEvent(item), news));
        listeners.publishEvent(new ItemChanged(item.publicId()));
    }
}
