package cn.yiwang.catalog.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether items are offered; whoever changes it holds the lock of the item. */
@Repository
class ItemStates {

    static final String RUNNING_OUT = """
            SELECT business_item_id
              FROM item_interruption
             WHERE running = TRUE AND last_day < :today
             ORDER BY last_day
             LIMIT :limit""";

    static final String ON_A_DAY = """
            SELECT kind, first_day, last_day, reason
              FROM item_interruption
             WHERE business_item_id = :item AND first_day <= :day AND (last_day IS NULL OR last_day >= :day)
             ORDER BY first_day DESC, id DESC
             LIMIT 1""";

    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    ItemStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a locked item stands.
     *
     * @param revision how many events it had; 0 for what was never published
     */
    record State(ItemStatus status, long revision) {}

    /** A successor by its code: of a business item, or of what it belongs to. */
    record Successor(String code, String name) {}

    State of(BusinessItem item) {
        return jdbc.sql("SELECT status, event_count FROM business_item WHERE id = :item FOR UPDATE")
                .param("item", item.id())
                .query((row, number) ->
                        new State(ItemStatus.valueOf(row.getString("status")), row.getLong("event_count")))
                .single();
    }

    long revision(BusinessItem item) {
        return jdbc.sql("SELECT event_count FROM business_item WHERE id = :item")
                .param("item", item.id())
                .query(Long.class)
                .single();
    }

    Optional<Interruption> on(long item, LocalDate day) {
        return jdbc.sql(ON_A_DAY)
                .param("item", item)
                .param("day", day)
                .query(ItemStates::interruption)
                .optional();
    }

    /** The interruptions of an item, the latest first. */
    List<Interruption> all(BusinessItem item) {
        return jdbc.sql("""
                SELECT kind, first_day, last_day, reason FROM item_interruption
                 WHERE business_item_id = :item ORDER BY first_day DESC, id DESC LIMIT :limit""")
                .param("item", item.id())
                .param("limit", MOST_SHOWN)
                .query(ItemStates::interruption)
                .list();
    }

    /** The interruptions of many items by their internal ids. */
    Map<Long, List<Interruption>> all(Collection<Long> items) {
        var all = new HashMap<Long, List<Interruption>>();
        jdbc.sql("""
                SELECT business_item_id, kind, first_day, last_day, reason FROM item_interruption
                 WHERE business_item_id IN (:items)""")
                .param("items", items)
                .query((row, number) -> all.computeIfAbsent(row.getLong("business_item_id"), item -> new ArrayList<>())
                        .add(interruption(row, number)))
                .list();
        return all;
    }

    List<Successor> successors(long item) {
        return jdbc.sql("SELECT code, name FROM item_successor WHERE business_item_id = :item ORDER BY code")
                .param("item", item)
                .query((row, number) -> new Successor(row.getString("code"), row.getString("name")))
                .list();
    }

    void enter(BusinessItem item, Interruption interruption, String decidedBy) {
        jdbc.sql("""
                INSERT INTO item_interruption
                       (business_item_id, kind, first_day, last_day, reason, decided_by, decided_at, running)
                VALUES (:item, :kind, :first, :last, :reason, :by, :now, :running)""")
                .param("item", item.id())
                .param("kind", interruption.kind().name())
                .param("first", interruption.firstDay())
                .param("last", interruption.lastDay())
                .param("reason", interruption.reason())
                .param("by", decidedBy)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("running", interruption.kind() == Interruption.Kind.SUSPENSION)
                .update();
        setStatus(item, interruption.kind().status());
    }

    void enterSuccessors(BusinessItem item, List<Successor> successors) {
        for (var successor : successors) {
            jdbc.sql("INSERT INTO item_successor (business_item_id, code, name) VALUES (:item, :code, :name)")
                    .param("item", item.id())
                    .param("code", successor.code())
                    .param("name", successor.name())
                    .update();
        }
    }

    /** The last day of the suspension that runs; empty when none runs or nobody knows the day. */
    Optional<LocalDate> lastDayOfSuspension(BusinessItem item) {
        return jdbc.sql("""
                SELECT last_day FROM item_interruption
                 WHERE business_item_id = :item AND running = TRUE AND last_day IS NOT NULL FOR UPDATE""").param("item", item.id()).query(LocalDate.class).optional();
    }

    /** Ends the suspension that runs, on its own last day or earlier. */
    void endSuspension(BusinessItem item, LocalDate lastDay) {
        jdbc.sql("""
                UPDATE item_interruption
                   SET running = FALSE, last_day = CASE WHEN last_day < :last THEN last_day ELSE :last END
                 WHERE business_item_id = :item AND running = TRUE""").param("last", lastDay).param("item", item.id()).update();
    }

    void setStatus(BusinessItem item, ItemStatus status) {
        jdbc.sql("UPDATE business_item SET status = :status, interrupted = TRUE WHERE id = :item")
                .param("status", status.name())
                .param("item", item.id())
                .update();
    }

    /** Internal ids of items whose suspension is over, longest first. */
    List<Long> itemsRunningOut(LocalDate today, int limit) {
        return jdbc.sql(RUNNING_OUT)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static Interruption interruption(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate last = row.getObject("last_day", LocalDate.class);
        return new Interruption(
                Interruption.Kind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                last,
                row.getString("reason"));
    }
}
