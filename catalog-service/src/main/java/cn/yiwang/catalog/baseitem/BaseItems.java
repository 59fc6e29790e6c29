package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.starter.http.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Base items and the versions of their standards; whoever changes them holds the lock of the base item. */
@Repository
class BaseItems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = """
            SELECT id, version, status, standard, row_version
              FROM base_item_standard
             WHERE base_item_id = :base""";

    private final JdbcClient jdbc;
    private final Clock clock;

    BaseItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A base item; {@code endedOn} is the first day on which its code is out of use. */
    record BaseItem(
            long id, BaseCode code, String name, @Nullable LocalDate endedOn) {

        boolean hasEnded(LocalDate day) {
            return endedOn != null && !day.isBefore(endedOn);
        }
    }

    /** A version of a standard. */
    record Version(long id, int version, StandardStatus status, Standard standard, long rowVersion) {}

    /** Finds a base item by its code; any other text finds nothing. */
    Optional<BaseItem> find(String code) {
        return find(code, "");
    }

    /** The same, kept from being changed or ended by others until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<BaseItem> findForChange(String code) {
        return find(code, " FOR UPDATE");
    }

    private Optional<BaseItem> find(String code, String lock) {
        return !BaseCode.isValid(code)
                ? Optional.empty()
                : jdbc.sql("SELECT id, code, name, ended_on FROM base_item WHERE code = :code" + lock)
                        .param("code", code)
                        .query((row, number) -> new BaseItem(
                                row.getLong("id"),
                                new BaseCode(row.getString("code")),
                                row.getString("name"),
                                row.getObject("ended_on", LocalDate.class)))
                        .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the code is taken */
    void add(BaseCode code, String name) {
        jdbc.sql("INSERT INTO base_item (code, name, type, created_at) VALUES (:code, :name, :type, :now)")
                .param("code", code.value())
                .param("name", name)
                .param("type", code.type().code())
                .param("now", now())
                .update();
    }

    Optional<Version> inForce(BaseItem item) {
        return jdbc.sql(VERSION + " AND in_force = 1")
                .param("base", item.id())
                .query(BaseItems::version)
                .optional();
    }

    Optional<Version> find(BaseItem item, int version) {
        return jdbc.sql(VERSION + " AND version = :version")
                .param("base", item.id())
                .param("version", version)
                .query(BaseItems::version)
                .optional();
    }

    List<String> successors(String code) {
        return jdbc.sql("""
                SELECT DISTINCT t.code
                  FROM succession_code f
                  JOIN succession_code t ON t.succession_id = f.succession_id AND t.side = 'TO'
                 WHERE f.code = :code AND f.side = 'FROM' AND t.code <> :code
                 ORDER BY t.code LIMIT 100""").param("code", code).query(String.class).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when a draft is open already */
    int open(BaseItem item, Standard standard, String editor) {
        int version = jdbc.sql("SELECT COALESCE(MAX(version), 0) FROM base_item_standard WHERE base_item_id = :base")
                        .param("base", item.id())
                        .query(Integer.class)
                        .single()
                + 1;
        jdbc.sql("""
                INSERT INTO base_item_standard (base_item_id, version, status, standard, row_version, created_at)
                VALUES (:base, :version, 'DRAFT', :standard, 1, :now)""")
                .param("base", item.id())
                .param("version", version)
                .param("standard", JSON.writeValueAsString(standard))
                .param("now", now())
                .update();
        remember(find(item, version).orElseThrow(), editor);
        return version;
    }

    void rewrite(Version draft, Standard standard, String editor, long seenVersion) {
        changed(jdbc.sql("""
                UPDATE base_item_standard SET standard = :standard, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = 'DRAFT'""")
                .param("standard", JSON.writeValueAsString(standard))
                .param("id", draft.id())
                .param("seen", seenVersion)
                .update());
        remember(draft, editor);
    }

    boolean wasWrittenBy(Version draft, String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM base_item_standard_editor WHERE standard_id = :id AND subject = :subject")
                        .param("id", draft.id())
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Puts the draft in force; the former version is superseded and the base item named anew. */
    void publish(BaseItem item, Version draft, String publisher, long seenVersion) {
        jdbc.sql("UPDATE base_item_standard SET status = 'SUPERSEDED' WHERE base_item_id = :base AND in_force = 1")
                .param("base", item.id())
                .update();
        changed(jdbc.sql("""
                UPDATE base_item_standard
                   SET status = 'PUBLISHED', publisher = :publisher, published_at = :now, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = 'DRAFT'""")
                .param("publisher", publisher)
                .param("now", now())
                .param("id", draft.id())
                .param("seen", seenVersion)
                .update());
        jdbc.sql("UPDATE base_item SET name = :name, standard_revision = standard_revision + 1 WHERE id = :id")
                .param("name", draft.standard().name())
                .param("id", item.id())
                .update();
    }

    /** Has the guides of a base item judged again. */
    void countRevision(BaseItem item) {
        jdbc.sql("UPDATE base_item SET standard_revision = standard_revision + 1 WHERE id = :id")
                .param("id", item.id())
                .update();
    }

    private void remember(Version draft, String editor) {
        jdbc.sql("""
                INSERT INTO base_item_standard_editor (standard_id, subject) VALUES (:id, :editor)
                ON DUPLICATE KEY UPDATE subject = subject""").param("id", draft.id()).param("editor", editor).update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getInt("version"),
                StandardStatus.valueOf(row.getString("status")),
                JSON.readValue(row.getString("standard"), Standard.class),
                row.getLong("row_version"));
    }
}
