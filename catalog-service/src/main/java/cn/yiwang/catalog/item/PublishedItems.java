package cn.yiwang.catalog.item;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that is published, for whoever keeps an index of it. */
public interface PublishedItems {

    /** The revision of each published item by its internal id. */
    Map<Long, Long> revisions();

    /** The internal id of an item, if it was ever published. */
    Optional<Long> idOf(UUID publicId);

    List<PublishedItem> load(Collection<Long> ids);
}
