package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The packages and their versions; whoever changes one holds the lock of the package. */
@Repository
class OneThings {

    private static final String SELECT = """
            SELECT ov.id, ov.one_thing_id, ot.code, ot.owner, bo.name AS owner_name, ov.version, ov.status, ov.content, ov.editor,
                   ov.row_version
              FROM one_thing_version ov
              JOIN one_thing ot ON ot.id = ov.one_thing_id
              JOIN body bo ON bo.code = ot.owner
            """;

    /** A province has some dozens of packages: looking through the names of those that are shown is cheap. */
    static final String PUBLISHED = SELECT + """
             WHERE ov.status = 'PUBLISHED' AND ot.code > :after AND (:query = '' OR LOCATE(:query, ov.name) > 0)
             ORDER BY ot.code
             LIMIT :limit""";

    static final String DRAFTS = SELECT + """
             WHERE ov.status = 'DRAFT' AND ot.code > :after AND (:owner IS NULL OR ot.owner = :owner)
             ORDER BY ot.code
             LIMIT :limit""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    OneThings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A package with the body that leads it. */
    record Owned(long id, String code, String owner) {}

    /** The package, held until the transaction ends. */
    Optional<Owned> lock(String code) {
        return jdbc.sql("SELECT id, code, owner FROM one_thing WHERE code = :code FOR UPDATE")
                .param("code", code)
                .query((row, number) -> new Owned(row.getLong("id"), row.getString("code"), row.getString("owner")))
                .optional();
    }

    Owned add(String code, String owner) {
        jdbc.sql("INSERT INTO one_thing (code, owner, created_at) VALUES (:code, :owner, :now)")
                .param("code", code)
                .param("owner", owner)
                .param("now", UtcTime.of(clock.instant()))
                .update();
        return lock(code).orElseThrow();
    }

    /**
     * Opens the next draft and returns its number.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one is open
     */
    int open(Owned thing, OneThing content, String editor) {
        int version = jdbc.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM one_thing_version WHERE one_thing_id = :id")
                .param("id", thing.id())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                INSERT INTO one_thing_version (one_thing_id, version, status, name, content, editor, row_version, created_at)
                VALUES (:id, :version, :status, :name, :content, :editor, 1, :now)""")
                .param("id", thing.id())
                .param("version", version)
                .param("status", OneThingLifecycle.TABLE.initial().name())
                .param("name", content.name())
                .param("content", JSON.writeValueAsString(content))
                .param("editor", editor)
                .param("now", UtcTime.of(clock.instant()))
                .update();
        remember(find(thing.code(), version).orElseThrow(), editor);
        return version;
    }

    void rewrite(StoredOneThing draft, OneThing content, String editor, long seenVersion) {
        changed(jdbc.sql("""
                UPDATE one_thing_version
                   SET name = :name, content = :content, editor = :editor, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = 'DRAFT'""")
                .param("name", content.name())
                .param("content", JSON.writeValueAsString(content))
                .param("editor", editor)
                .param("id", draft.id())
                .param("seen", seenVersion)
                .update());
        remember(draft, editor);
    }

    void move(
            StoredOneThing version,
            OneThingStatus status,
            @Nullable String publisher,
            @Nullable String reason,
            long seenVersion) {
        changed(jdbc.sql("""
                UPDATE one_thing_version
                   SET status = :status, publisher = COALESCE(:publisher, publisher), reason = COALESCE(:reason, reason),
                       published_at = COALESCE(published_at, :now), row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = :before""")
                .param("status", status.name())
                .param("publisher", publisher)
                .param("reason", reason)
                .param("now", UtcTime.of(clock.instant()))
                .param("id", version.id())
                .param("seen", seenVersion)
                .param("before", version.status().name())
                .update());
    }

    boolean wasWrittenBy(StoredOneThing draft, String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM one_thing_editor WHERE version_id = :id AND subject = :subject")
                        .param("id", draft.id())
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<StoredOneThing> find(String code, int version) {
        return jdbc.sql(SELECT + " WHERE ot.code = :code AND ov.version = :version")
                .param("code", code)
                .param("version", version)
                .query(OneThings::row)
                .optional();
    }

    Optional<StoredOneThing> published(String code) {
        return jdbc.sql(SELECT + " WHERE ot.code = :code AND ov.status = 'PUBLISHED'")
                .param("code", code)
                .query(OneThings::row)
                .optional();
    }

    List<StoredOneThing> published(String query, String after, int limit) {
        return jdbc.sql(PUBLISHED)
                .param("query", query)
                .param("after", after)
                .param("limit", limit)
                .query(OneThings::row)
                .list();
    }

    List<StoredOneThing> drafts(@Nullable String owner, String after, int limit) {
        return jdbc.sql(DRAFTS)
                .param("owner", owner)
                .param("after", after)
                .param("limit", limit)
                .query(OneThings::row)
                .list();
    }

    private void remember(StoredOneThing draft, String editor) {
        jdbc.sql("""
                INSERT INTO one_thing_editor (version_id, subject) VALUES (:id, :editor)
                ON DUPLICATE KEY UPDATE subject = VALUES(subject)""").param("id", draft.id()).param("editor", editor).update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    private static StoredOneThing row(ResultSet row, int number) throws SQLException {
        return new StoredOneThing(
                row.getLong("id"),
                row.getLong("one_thing_id"),
                row.getString("code"),
                new Named(row.getString("owner"), row.getString("owner_name")),
                row.getInt("version"),
                OneThingStatus.valueOf(row.getString("status")),
                JSON.readValue(row.getString("content"), OneThing.class),
                row.getString("editor"),
                row.getLong("row_version"));
    }
}
