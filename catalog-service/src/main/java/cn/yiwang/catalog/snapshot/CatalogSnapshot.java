package cn.yiwang.catalog.snapshot;

import cn.yiwang.catalog.item.GuideStatus;
import cn.yiwang.catalog.item.ItemStatus;
import cn.yiwang.catalog.snapshot.SnapshotEntry.Interrupted;
import cn.yiwang.catalog.snapshot.SnapshotEntry.Version;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the catalog page by page. A page is one view of the database, so that the versions of an item are exactly those of its sequence;
 * the pages need not be of one moment, since the news closes the gap item by item.
 */
@Repository
class CatalogSnapshot {

    /** In the order of the items: an optimizer that starts elsewhere would sort the whole catalog for each page. */
    static final String ITEMS = """
            SELECT STRAIGHT_JOIN bi.id, bi.public_id, bi.event_count, bi.item_code, bi.name, ba.type, im.level,
                   bo.code AS body, bo.division
              FROM business_item bi
              JOIN implementation im ON im.id = bi.implementation_id
              JOIN base_item ba ON ba.id = im.base_item_id
              JOIN body bo ON bo.id = im.body_id
             WHERE bi.id > :after AND bi.event_count > 0
             ORDER BY bi.id
             LIMIT :limit""";

    static final String VERSIONS = """
            SELECT business_item_id, version, status, effective_from, effective_to, guide
              FROM guide_version
             WHERE business_item_id IN (:ids) AND status NOT IN ('DRAFT', 'IN_REVIEW')
             ORDER BY business_item_id, version""";

    private static final String INTERRUPTIONS = """
            SELECT business_item_id, kind, first_day, last_day
              FROM item_interruption
             WHERE business_item_id IN (:ids)
             ORDER BY business_item_id, first_day, id""";

    private static final String SUCCESSORS = """
            SELECT business_item_id, code FROM item_successor
             WHERE business_item_id IN (:ids) ORDER BY business_item_id, code""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CatalogSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, SnapshotEntry entry) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Page<SnapshotEntry> read(PageRequest request) {
        var after =
                request.after() == null ? 0 : Cursor.decode(request.after(), 1).longAt(0);
        var page = Page.of(rows(after, request.limit() + 1), request, row -> Cursor.encode(row.id()));
        if (page.items().isEmpty()) {
            return page.map(Row::entry);
        }
        var ids = page.items().stream().map(Row::id).toList();
        var versions = details(VERSIONS, ids, (row, number) -> version(row));
        var interruptions = details(INTERRUPTIONS, ids, (row, number) -> interrupted(row));
        var successors = details(SUCCESSORS, ids, (row, number) -> row.getString("code"));
        return page.map(row -> complete(
                row.entry(),
                interruptions.getOrDefault(row.id(), List.of()),
                successors.getOrDefault(row.id(), List.of()),
                versions.getOrDefault(row.id(), List.of())));
    }

    private List<Row> rows(long after, int limit) {
        return jdbc.sql(ITEMS)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new SnapshotEntry(
                                Ids.fromBytes(row.getBytes("public_id")).toString(),
                                Long.toString(row.getLong("event_count")),
                                row.getString("item_code"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getString("body"),
                                row.getString("division"),
                                row.getString("level"),
                                List.of(),
                                List.of(),
                                List.of())))
                .list();
    }

    private <T> Map<Long, List<T>> details(String sql, List<Long> ids, RowMapper<T> mapper) {
        var details = new HashMap<Long, List<T>>();
        jdbc.sql(sql)
                .param("ids", ids)
                .query((row, number) -> details.computeIfAbsent(
                                row.getLong("business_item_id"), id -> new ArrayList<>())
                        .add(mapper.mapRow(row, number)))
                .list();
        return details;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                GuideStatus.valueOf(row.getString("status")),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                JSON.readTree(row.getString("guide")));
    }

    private static Interrupted interrupted(ResultSet row) throws SQLException {
        return new Interrupted(
                switch (row.getString("kind")) {
                    case "SUSPENSION" -> ItemStatus.SUSPENDED;
                    case "WITHDRAWAL" -> ItemStatus.WITHDRAWN;
                    case "ABOLITION" -> ItemStatus.ABOLISHED;
                    case String other -> throw new IllegalStateException(other);
                },
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static SnapshotEntry complete(
            SnapshotEntry entry, List<Interrupted> interruptions, List<String> successors, List<Version> versions) {
        return new SnapshotEntry(
                entry.subject(),
                entry.sequence(),
                entry.itemCode(),
                entry.name(),
                entry.itemType(),
                entry.body(),
                entry.division(),
                entry.level(),
                interruptions,
                successors,
                versions);
    }
}
