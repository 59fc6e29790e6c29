package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of drafts that wait for an editor or a publisher; nobody can do anything about those of items that end. */
@Repository
class OpenDrafts {

    static final String LIST = """
            SELECT gv.id, gv.version, gv.status, bi.item_code, bi.name, bo.code AS body_code, bo.name AS body_name
              FROM guide_version gv
              JOIN business_item bi ON bi.id = gv.business_item_id
              JOIN implementation im ON im.id = bi.implementation_id
              JOIN body bo ON bo.id = im.body_id
             WHERE gv.open_draft = 1 AND gv.id > :after AND (:body IS NULL OR bo.code = :body)
               AND bi.status IN ('IN_USE', 'SUSPENDED')
             ORDER BY gv.id
             LIMIT :limit""";

    private final JdbcClient jdbc;

    OpenDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft in the list; an item whose code is not known yet has none. */
    @Schema(name = "OpenDraftEntry")
    record Entry(@Nullable String itemCode, String name, Named body, int version, GuideStatus status) {}

    private record Row(long id, Entry entry) {}

    Page<Entry> list(@Nullable String body, PageRequest page) {
        var after = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        var rows = jdbc.sql(LIST)
                .param("after", after)
                .param("body", body)
                .param("limit", page.limit() + 1)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new Entry(
                                row.getString("item_code"),
                                row.getString("name"),
                                new Named(row.getString("body_code"), row.getString("body_name")),
                                row.getInt("version"),
                                GuideStatus.valueOf(row.getString("status")))))
                .list();
        return Page.of(rows, page, row -> Cursor.encode(row.id())).map(Row::entry);
    }
}
