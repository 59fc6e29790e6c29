package cn.yiwang.catalog.transfer;

import cn.yiwang.starter.ids.Ids;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checked items of imports, until they are applied or given up. */
@Repository
class StagedItems {

    private static final int REMOVED_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StagedItems(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(long importId, int firstOrdinal, List<StagedItem> items) {
        var rows = new ArrayList<Object[]>(items.size());
        for (var item : items) {
            var head = item.head();
            var seen = item.seen();
            rows.add(new Object[] {
                importId,
                firstOrdinal + rows.size(),
                item.action().name(),
                head.code().value(),
                head.code().baseCode().value(),
                head.baseName(),
                head.name(),
                Ids.toBytes(item.publicId()),
                seen == null ? null : seen.itemId(),
                seen == null ? null : seen.versionId(),
                seen == null ? 0 : seen.version(),
                seen == null ? null : seen.rowVersion(),
                item.guide()
            });
        }
        batches.batchUpdate("""
                INSERT INTO catalog_import_item
                  (import_id, ordinal, action, item_code, base_code, base_name, name, public_id, item_id, version_id, seen_version,
                   seen_row_version, guide)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    int count(long importId) {
        return jdbc.sql("SELECT COUNT(*) FROM catalog_import_item WHERE import_id = :import")
                .param("import", importId)
                .query(Integer.class)
                .single();
    }

    /** Removes them in small pieces, each a transaction of its own. */
    void clear(long importId) {
        int removed = REMOVED_AT_ONCE;
        while (removed == REMOVED_AT_ONCE) {
            removed = jdbc.sql("DELETE FROM catalog_import_item WHERE import_id = :import LIMIT " + REMOVED_AT_ONCE)
                    .param("import", importId)
                    .update();
        }
    }
}
