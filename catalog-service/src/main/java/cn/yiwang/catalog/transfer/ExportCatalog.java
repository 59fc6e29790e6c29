package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.content.CatalogWriter;
import cn.yiwang.catalog.transfer.content.ItemHead;
import cn.yiwang.catalog.transfer.content.TransferJson;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.calendar.ChinaTime;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a body's items in the order of their codes, some at a time. */
@Repository
class ExportCatalog {

    private static final int BATCH = 200;

    private static final String ITEMS = """
            SELECT bi.item_code, bi.name, ba.name AS base_name, gv.guide
              FROM business_item bi
              JOIN implementation im ON im.id = bi.implementation_id
              JOIN base_item ba ON ba.id = im.base_item_id
              JOIN body bo ON bo.id = im.body_id
              JOIN guide_version gv ON gv.business_item_id = bi.id AND gv.version = (%s)
             WHERE bi.item_code > :after AND bi.item_code < :end AND bo.code = :body AND bi.status IN ('IN_USE', 'SUSPENDED')
             ORDER BY bi.item_code
             LIMIT :limit""";

    /** What binds today, for everybody: the same versions as reading an item by its code. */
    static final String IN_FORCE = ITEMS.formatted("""
            SELECT MAX(inner_gv.version) FROM guide_version inner_gv
             WHERE inner_gv.business_item_id = bi.id AND inner_gv.status IN ('PUBLISHED', 'SUPERSEDED')
               AND inner_gv.effective_from <= :day AND (inner_gv.effective_to IS NULL OR inner_gv.effective_to >= :day)
               AND NOT EXISTS (SELECT 1 FROM item_interruption ii
                                WHERE ii.business_item_id = bi.id AND ii.first_day <= :day
                                  AND (ii.last_day IS NULL OR ii.last_day >= :day))""");

    /** What the editors work on: the open draft, or the latest version where there is none. */
    static final String LATEST = ITEMS.formatted("""
            SELECT MAX(inner_gv.version) FROM guide_version inner_gv WHERE inner_gv.business_item_id = bi.id""");

    static final String WITHOUT_CODE = """
            SELECT COUNT(*)
              FROM body bo
              JOIN implementation im ON im.body_id = bo.id
              JOIN business_item bi ON bi.implementation_id = im.id
             WHERE bo.code = :body AND bi.item_code IS NULL""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportCatalog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(ItemHead head, String guide) {}

    /** Writes all items of the body that have a code. */
    void write(String body, boolean drafts, CatalogWriter target) throws IOException {
        var after = body;
        List<Row> rows;
        do {
            rows = read(body, drafts, after);
            for (var row : rows) {
                target.item(row.head(), TransferJson.stored(row.guide()));
                after = row.head().code().value();
            }
        } while (rows.size() == BATCH);
        target.finish();
    }

    /** How many items of the body have no code yet: a file cannot say which they are. */
    int withoutCode(String body) {
        return jdbc.sql(WITHOUT_CODE).param("body", body).query(Integer.class).single();
    }

    private List<Row> read(String body, boolean drafts, String after) {
        var query = jdbc.sql(drafts ? LATEST : IN_FORCE)
                .param("after", after)
                // Codes consist of digits and capital letters, all of which come before this character.
                .param("end", body + "~")
                .param("body", body)
                .param("limit", BATCH);
        return (drafts ? query : query.param("day", ChinaTime.today(clock)))
                .query((row, number) -> new Row(
                        new ItemHead(
                                new BusinessItemCode(row.getString("item_code")),
                                row.getString("name"),
                                row.getString("base_name")),
                        row.getString("guide")))
                .list();
    }
}
