package cn.yiwang.catalog.transfer;

import cn.yiwang.starter.database.UtcTime;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries staged items over into the catalog, a range of them with each statement. */
@Repository
class AppliedItems {

    private static final String RANGE = " s.import_id = :import AND s.ordinal BETWEEN :first AND :last ";

    /**
     * Items that are no longer as the check saw them: those with another version, new ones that exist by now, and those whose end, or the
     * end of what they belong to, was decided since.
     */
    static final String CHANGED = """
            SELECT COUNT(*)
              FROM catalog_import_item s
              LEFT JOIN business_item bi ON bi.item_code = s.item_code
              LEFT JOIN guide_version gv
                ON gv.business_item_id = bi.id
               AND gv.version = (SELECT MAX(latest.version) FROM guide_version latest WHERE latest.business_item_id = bi.id)
             WHERE %s
               AND (NOT (bi.id <=> s.item_id AND gv.id <=> s.version_id AND gv.row_version <=> s.seen_row_version)
                    OR (s.action <> 'NONE' AND bi.status IN ('WITHDRAWN', 'ABOLISHED'))
                    OR (s.action = 'NEW'
                        AND (EXISTS (SELECT 1 FROM base_item ba WHERE ba.code = s.base_code AND ba.ended_on IS NOT NULL)
                             OR EXISTS (SELECT 1 FROM implementation im
                                         WHERE im.code = SUBSTRING(s.item_code, 1, 31) AND im.ended_on IS NOT NULL))))""".formatted(RANGE);

    private static final String LOCK = """
            SELECT bi.id
              FROM business_item bi
             WHERE bi.id IN (SELECT s.item_id FROM catalog_import_item s WHERE %s AND s.item_id IS NOT NULL)
             ORDER BY bi.id
               FOR UPDATE""".formatted(RANGE);

    private static final String BASE_ITEMS = """
            INSERT INTO base_item (code, name, type, created_at)
            SELECT s.base_code, MIN(s.base_name), SUBSTRING(s.base_code, 3, 2), :now
              FROM catalog_import_item s
              LEFT JOIN base_item ba ON ba.code = s.base_code
             WHERE %s AND s.action = 'NEW' AND ba.id IS NULL
             GROUP BY s.base_code""".formatted(RANGE);

    private static final String IMPLEMENTATIONS = """
            INSERT INTO implementation (code, base_item_id, body_id, level, created_at)
            SELECT DISTINCT SUBSTRING(s.item_code, 1, 31), ba.id, bo.id, SUBSTRING(s.item_code, 19, 1), :now
              FROM catalog_import_item s
              JOIN base_item ba ON ba.code = s.base_code
              JOIN body bo ON bo.code = SUBSTRING(s.item_code, 1, 18)
              LEFT JOIN implementation im
                ON im.base_item_id = ba.id AND im.body_id = bo.id AND im.level = SUBSTRING(s.item_code, 19, 1)
             WHERE %s AND s.action = 'NEW' AND im.id IS NULL""".formatted(RANGE);

    private static final String BUSINESS_ITEMS = """
            INSERT INTO business_item (public_id, implementation_id, item_code, sequence, name, event_count, created_at)
            SELECT s.public_id, im.id, s.item_code, SUBSTRING(s.item_code, 32, 2), s.name, 0, :now
              FROM catalog_import_item s
              JOIN base_item ba ON ba.code = s.base_code
              JOIN body bo ON bo.code = SUBSTRING(s.item_code, 1, 18)
              JOIN implementation im
                ON im.base_item_id = ba.id AND im.body_id = bo.id AND im.level = SUBSTRING(s.item_code, 19, 1)
             WHERE %s AND s.action = 'NEW'
             ORDER BY s.ordinal""".formatted(RANGE);

    private static final String DRAFTS = """
            INSERT INTO guide_version (business_item_id, version, status, guide, editor, row_version, created_at)
            SELECT bi.id, s.seen_version + 1, 'DRAFT', s.guide, :editor, 1, :now
              FROM catalog_import_item s
              JOIN business_item bi ON bi.item_code = s.item_code
             WHERE %s AND s.action IN ('NEW', 'OPEN')
             ORDER BY s.ordinal""".formatted(RANGE);

    private static final String REWRITTEN = """
            UPDATE guide_version gv
              JOIN catalog_import_item s ON s.version_id = gv.id
               SET gv.guide = s.guide, gv.editor = :editor, gv.row_version = gv.row_version + 1
             WHERE %s AND s.action = 'REWRITE' AND gv.status = 'DRAFT'""".formatted(RANGE);

    private static final String EDITORS = """
            INSERT INTO guide_editor (guide_version_id, subject)
            SELECT gv.id, :editor
              FROM catalog_import_item s
              JOIN business_item bi ON bi.item_code = s.item_code
              JOIN guide_version gv ON gv.business_item_id = bi.id AND gv.status = 'DRAFT'
             WHERE %s AND s.action <> 'NONE'
            ON DUPLICATE KEY UPDATE subject = VALUES(subject)""".formatted(RANGE);

    private final JdbcClient jdbc;
    private final Clock clock;

    AppliedItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A range of the staged items of one import. */
    record Range(long importId, int first, int last) {}

    /** Holds the range's items until the transaction ends, and tells how many are not as the check saw them. */
    @Transactional(propagation = Propagation.MANDATORY)
    int lockAndCountChanged(Range range) {
        statement(LOCK, range).query(Long.class).list();
        return countChanged(range);
    }

    /** How many items of the range are not as the check saw them. */
    int countChanged(Range range) {
        return statement(CHANGED, range).query(Integer.class).single();
    }

    /** Enters what is new and writes the drafts, whose writers are all on record: none of them may publish. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(Range range, String uploadedBy, @Nullable String orderedBy) {
        var editor = orderedBy == null ? uploadedBy : orderedBy;
        var now = UtcTime.of(clock.instant());
        for (var sql : new String[] {BASE_ITEMS, IMPLEMENTATIONS, BUSINESS_ITEMS}) {
            statement(sql, range).param("now", now).update();
        }
        statement(DRAFTS, range).param("editor", editor).param("now", now).update();
        statement(REWRITTEN, range).param("editor", editor).update();
        for (var writer : uploadedBy.equals(editor) ? new String[] {editor} : new String[] {editor, uploadedBy}) {
            statement(EDITORS, range).param("editor", writer).update();
        }
    }

    private JdbcClient.StatementSpec statement(String sql, Range range) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("import", range.importId());
        parameters.put("first", range.first());
        parameters.put("last", range.last());
        return jdbc.sql(sql).params(parameters);
    }
}
