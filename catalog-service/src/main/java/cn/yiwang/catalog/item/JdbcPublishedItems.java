package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.item.PublishedItem.Period;
import cn.yiwang.starter.ids.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublishedItems implements PublishedItems {

    static final String REVISIONS = "SELECT id, event_count FROM business_item WHERE event_count > 0";

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ItemStates states;

    JdbcPublishedItems(JdbcClient jdbc, ItemStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    @Override
    public Map<Long, Long> revisions() {
        var revisions = new HashMap<Long, Long>();
        jdbc.sql(REVISIONS).query(row -> {
            revisions.put(row.getLong("id"), row.getLong("event_count"));
        });
        return revisions;
    }

    @Override
    public Optional<Long> idOf(UUID publicId) {
        return jdbc.sql("SELECT id FROM business_item WHERE public_id = :publicId AND event_count > 0")
                .param("publicId", Ids.toBytes(publicId))
                .query(Long.class)
                .optional();
    }

    @Override
    public List<PublishedItem> load(Collection<Long> ids) {
        var all = List.copyOf(ids);
        var loaded = new ArrayList<PublishedItem>();
        for (int from = 0; from < all.size(); from += BATCH) {
            loaded.addAll(loadBatch(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
        return loaded;
    }

    /** The revision is read before the versions: what changes in between is older than its revision says, and is loaded again. */
    private List<PublishedItem> loadBatch(List<Long> ids) {
        var revisions = new HashMap<Long, Long>();
        var items = jdbc.sql(
                        "SELECT bi.event_count, " + JdbcItems.COLUMNS + JdbcItems.TABLES + " WHERE bi.id IN (:ids)")
                .param("ids", ids)
                .query((row, number) -> {
                    var item = JdbcItems.item(row, number);
                    revisions.put(item.id(), row.getLong("event_count"));
                    return item;
                })
                .list();
        var periods = periods(ids);
        states.all(ids)
                .forEach((item, interruptions) ->
                        periods.computeIfPresent(item, (id, days) -> OfferedDays.of(days, interruptions)));
        return items.stream()
                .filter(item -> periods.containsKey(item.id()))
                .map(item -> new PublishedItem(
                        item.id(),
                        revisions.getOrDefault(item.id(), 0L),
                        item.knownCode(),
                        item.name(),
                        item.type(),
                        item.level(),
                        new Named(item.bodyCode(), item.bodyName()),
                        item.division(),
                        periods.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Period>> periods(List<Long> ids) {
        var periods = new HashMap<Long, List<Period>>();
        jdbc.sql("""
                SELECT business_item_id, version, effective_from, effective_to
                  FROM guide_version
                 WHERE business_item_id IN (:ids) AND status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')""").param("ids", ids).query(row -> {
            periods.computeIfAbsent(row.getLong("business_item_id"), id -> new ArrayList<>())
                    .add(new Period(
                            row.getInt("version"),
                            row.getObject("effective_from", LocalDate.class),
                            row.getObject("effective_to", LocalDate.class)));
        });
        return periods;
    }
}
