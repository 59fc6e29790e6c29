package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members of staff see: the documents of their own body, or of all bodies for the province; one predicate for list and read. */
@Repository
class StaffDocuments {

    private final JdbcClient jdbc;

    StaffDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Document> find(UUID publicId, Actor actor) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = visibleTo(actor, parameters) + " AND d.public_id = :id";
        parameters.put("id", Ids.toBytes(publicId));
        return jdbc.sql(Documents.COLUMNS + where)
                .params(parameters)
                .query(Documents::row)
                .optional();
    }

    /** Newest last. */
    Page<Document> list(Actor actor, @Nullable DocumentStatus status, @Nullable DocumentKind kind, PageRequest page) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder(visibleTo(actor, parameters)).append(" AND d.id > :after");
        parameters.put(
                "after",
                page.after() == null ? 0L : Cursor.decode(page.after(), 1).longAt(0));
        if (status != null) {
            where.append(" AND d.status = :status");
            parameters.put("status", status.name());
        }
        if (kind != null) {
            where.append(" AND d.kind = :kind");
            parameters.put("kind", kind.name());
        }
        parameters.put("limit", page.limit() + 1);
        var rows = jdbc.sql(Documents.COLUMNS + where + " ORDER BY d.id LIMIT :limit")
                .params(parameters)
                .query(Documents::row)
                .list();
        return Page.of(rows, page, document -> Cursor.encode(document.id()));
    }

    private static String visibleTo(Actor actor, Map<String, Object> parameters) {
        var body = CatalogRights.confinedTo(actor);
        if (body == null) {
            return " WHERE TRUE";
        }
        parameters.put("body", body);
        return " WHERE d.body_code = :body";
    }
}
