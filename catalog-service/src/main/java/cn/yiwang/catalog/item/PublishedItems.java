package cn.yiwang.catalog.item;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that is published, for whoever keeps an index of it. */
public interface PublishedItems {

    /** The revision of each published item by its internal id. */
    Map<Long, Long> revisions();

    /** The internal id of an item, if it was ever published. */
    Optional<Long> idOf(UUID publicId);

    /** Loads items and hands them on batch by batch, so that the whole catalog is never in memory twice. */
    void load(Collection<Long> ids, Consumer<Collection<PublishedItem>> batches);
}
