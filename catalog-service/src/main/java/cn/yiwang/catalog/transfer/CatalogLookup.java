package cn.yiwang.catalog.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the catalog has of the things that a piece of a file names, asked for all of them at once. */
@Repository
class CatalogLookup {

    static final String ITEMS = """
            SELECT bi.id, bi.item_code, bi.name, bi.status IN ('WITHDRAWN', 'ABOLISHED') AS ended, gv.id AS version_id, gv.version, gv.status, gv.open_draft, gv.row_version, gv.guide
              FROM business_item bi
              LEFT JOIN guide_version gv
                ON gv.business_item_id = bi.id
               AND gv.version = (SELECT MAX(latest.version) FROM guide_version latest WHERE latest.business_item_id = bi.id)
             WHERE bi.item_code IN (:codes)""";

    private final JdbcClient jdbc;

    CatalogLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, KnownItem> items(Collection<String> codes) {
        var items = new HashMap<String, KnownItem>();
        if (!codes.isEmpty()) {
            jdbc.sql(ITEMS)
                    .param("codes", codes)
                    .query(CatalogLookup::item)
                    .list()
                    .forEach(item -> items.put(item.itemCode(), item));
        }
        return items;
    }

    /** Names of base items by their codes. */
    Map<String, String> baseItems(Collection<String> codes) {
        return named("SELECT code, name FROM base_item WHERE code IN (:codes)", codes);
    }

    /** Those of these base codes and implementation codes that are out of use, or whose end is decided. */
    Set<String> ended(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        SELECT code FROM base_item WHERE code IN (:codes) AND ended_on IS NOT NULL
                        UNION ALL
                        SELECT code FROM implementation WHERE code IN (:codes) AND ended_on IS NOT NULL""").param("codes", codes).query(String.class).set();
    }

    private Map<String, String> named(String sql, Collection<String> codes) {
        var names = new HashMap<String, String>();
        if (!codes.isEmpty()) {
            jdbc.sql(sql).param("codes", codes).query(row -> {
                names.put(row.getString(1), row.getString(2));
            });
        }
        return names;
    }

    private static KnownItem item(ResultSet row, int number) throws SQLException {
        @Nullable Long version = row.getObject("version_id", Long.class);
        return new KnownItem(
                row.getLong("id"),
                row.getString("item_code"),
                row.getString("name"),
                row.getBoolean("ended"),
                version,
                row.getInt("version"),
                row.getString("status"),
                row.getBoolean("open_draft"),
                row.getObject("row_version", Long.class),
                row.getString("guide"));
    }
}
