package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.catalog.guide.Topics;
import cn.yiwang.catalog.item.PublishedItem.Period;
import cn.yiwang.catalog.item.PublishedItem.Traits;
import cn.yiwang.starter.ids.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPublishedItems implements PublishedItems {

    static final String REVISIONS = "SELECT id, event_count FROM business_item WHERE event_count > 0";

    private static final int BATCH = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Topics NO_TOPICS = new Topics(List.of(), List.of());

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
    public void load(Collection<Long> ids, Consumer<Collection<PublishedItem>> batches) {
        var all = List.copyOf(ids);
        var shared = new SharedValues();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.accept(loadBatch(all.subList(from, Math.min(from + BATCH, all.size())), shared));
        }
    }

    /** The revision is read before the versions: what changes in between is older than its revision says, and is loaded again. */
    private List<PublishedItem> loadBatch(List<Long> ids, SharedValues shared) {
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
        var periods = periods(ids, shared);
        states.all(ids)
                .forEach((item, interruptions) ->
                        periods.computeIfPresent(item, (id, days) -> OfferedDays.of(days, interruptions)));
        return items.stream()
                .map(item -> new PublishedItem(
                        item.id(),
                        revisions.getOrDefault(item.id(), 0L),
                        item.knownCode(),
                        shared.one(item.name()),
                        item.type(),
                        item.level(),
                        shared.one(new Named(item.bodyCode(), item.bodyName())),
                        shared.one(item.division()),
                        periods.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Period>> periods(List<Long> ids, SharedValues shared) {
        var periods = new HashMap<Long, List<Period>>();
        jdbc.sql("""
                SELECT business_item_id, version, effective_from, effective_to,
                       JSON_EXTRACT(guide, '$.audiences') AS audiences,
                       JSON_EXTRACT(guide, '$.topics') AS topics,
                       JSON_EXTRACT(guide, '$.handling.onlineDepth') AS online_depth
                  FROM guide_version
                 WHERE business_item_id IN (:ids) AND status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')""").param("ids", ids).query(row -> {
            periods.computeIfAbsent(row.getLong("business_item_id"), id -> new ArrayList<>(1))
                    .add(shared.one(new Period(
                            row.getInt("version"),
                            row.getObject("effective_from", LocalDate.class),
                            row.getObject("effective_to", LocalDate.class),
                            shared.one(new Traits(
                                    audiences(row.getString("audiences")),
                                    read(row.getString("topics"), Topics.class).orElse(NO_TOPICS),
                                    read(row.getString("online_depth"), OnlineDepth.class)
                                            .orElse(null))))));
        });
        return periods;
    }

    /** Nothing where the guide is silent, whether it leaves the member out or says null. */
    private static <T> Optional<T> read(@Nullable String json, Class<T> type) {
        return json == null ? Optional.empty() : Optional.ofNullable(JSON.readValue(json, type));
    }

    private static Set<Audience> audiences(String json) {
        var audiences = EnumSet.noneOf(Audience.class);
        JSON.readTree(json).forEach(name -> audiences.add(Audience.valueOf(name.asString())));
        return audiences;
    }

    /** Equal values of many items as one object: a catalog says the same names over and over. */
    private static final class SharedValues {

        private final Map<Object, Object> values = new HashMap<>();

        @SuppressWarnings("unchecked") // what is kept under a value is equal to it, and of its class
        <T> T one(T value) {
            return (T) values.computeIfAbsent(value, same -> same);
        }
    }
}
