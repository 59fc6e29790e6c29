package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents and what is on record about them. */
@Repository
class Documents {

    static final String COLUMNS = """
            SELECT d.id, d.public_id, d.body_code, b.name AS body_name, d.status, d.content, d.reviewed_hash, d.author,
                   d.effective_from, d.effective_to, d.archive_on, d.ground, d.row_version
              FROM disclosure_document d
              JOIN body b ON b.code = d.body_code
            """;

    static final String RUNNING_OUT = """
            SELECT id FROM disclosure_document
             WHERE status = 'PUBLISHED' AND effective_to < :today ORDER BY effective_to LIMIT :limit""";

    static final String TO_ARCHIVE = """
            SELECT id FROM disclosure_document
             WHERE status = 'EXPIRED' AND archive_on <= :today ORDER BY archive_on LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The document as it is now, kept from everybody else until the transaction ends. */
    Optional<Document> lock(UUID publicId) {
        return jdbc.sql(COLUMNS + " WHERE d.public_id = :id FOR UPDATE")
                .param("id", Ids.toBytes(publicId))
                .query(Documents::row)
                .optional();
    }

    /** The same by the internal id; nothing when somebody else holds it. */
    Optional<Document> lockFree(long id) {
        return jdbc.sql("SELECT id FROM disclosure_document WHERE id = :id FOR UPDATE SKIP LOCKED")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(free -> jdbc.sql(COLUMNS + " WHERE d.id = :id FOR UPDATE")
                        .param("id", free)
                        .query(Documents::row)
                        .optional());
    }

    /** Internal ids of documents that one of the two queries above finds due. */
    List<Long> due(String query, LocalDate today, int limit) {
        return jdbc.sql(query)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Document open(String body, DocumentContent content, String author) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO disclosure_document (public_id, body_code, kind, status, title, content, content_hash, author,
                                                 event_count, row_version, created_at, changed_at)
                VALUES (:id, :body, :kind, :status, :title, :content, :hash, :author, 0, 1, :now, :now)""")
                .param("id", Ids.toBytes(id))
                .param("body", body)
                .param("kind", content.kind().name())
                .param("status", DocumentLifecycle.TABLE.initial().name())
                .param("title", content.title())
                .param("content", ContentJson.write(content))
                .param("hash", ContentJson.hash(content))
                .param("author", author)
                .param("now", UtcTime.of(clock.instant()))
                .update();
        var document = lock(id).orElseThrow();
        remember(document, content, author);
        return document;
    }

    /** Stores another content; no review covers it. */
    void rewrite(Document document, DocumentStatus status, DocumentContent content, String author) {
        changed(jdbc.sql("""
                UPDATE disclosure_document
                   SET status = :status, kind = :kind, title = :title, content = :content, content_hash = :hash,
                       reviewed_hash = NULL, author = :author, changed_at = :now, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen""")
                .param("status", status.name())
                .param("kind", content.kind().name())
                .param("title", content.title())
                .param("content", ContentJson.write(content))
                .param("hash", ContentJson.hash(content))
                .param("author", author)
                .param("now", UtcTime.of(clock.instant()))
                .param("id", document.id())
                .param("seen", document.rowVersion())
                .update());
        remember(document, content, author);
    }

    /** Stores what a reviewer decided about the content that this document has now. */
    void review(Document document, DocumentStatus status, boolean passed, String ground, String reviewer) {
        var hash = ContentJson.hash(document.content());
        changed(jdbc.sql("""
                UPDATE disclosure_document
                   SET status = :status, reviewed_hash = :reviewed, ground = :ground, changed_at = :now,
                       row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen""")
                .param("status", status.name())
                .param("reviewed", passed ? hash : null)
                .param("ground", passed ? null : ground)
                .param("now", UtcTime.of(clock.instant()))
                .param("id", document.id())
                .param("seen", document.rowVersion())
                .update());
        jdbc.sql("""
                INSERT INTO secrecy_review (document_id, content_hash, outcome, ground, reviewer, reviewed_at)
                VALUES (:document, :hash, :outcome, :ground, :reviewer, :now)""")
                .param("document", document.id())
                .param("hash", hash)
                .param("outcome", passed ? "PASSED" : "REFUSED")
                .param("ground", ground)
                .param("reviewer", reviewer)
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }

    void publish(
            Document document,
            DocumentStatus status,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate archiveOn,
            String publisher) {
        changed(jdbc.sql("""
                UPDATE disclosure_document
                   SET status = :status, effective_from = :from, effective_to = :to, archive_on = :archive,
                       publisher = :publisher, changed_at = :now, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen""")
                .param("status", status.name())
                .param("from", from)
                .param("to", to)
                .param("archive", archiveOn)
                .param("publisher", publisher)
                .param("now", UtcTime.of(clock.instant()))
                .param("id", document.id())
                .param("seen", document.rowVersion())
                .update());
    }

    /** Moves a document whose content stays as it is. */
    void move(Document document, DocumentStatus status, @Nullable String ground) {
        changed(jdbc.sql("""
                UPDATE disclosure_document
                   SET status = :status, ground = :ground, changed_at = :now, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen""")
                .param("status", status.name())
                .param("ground", ground)
                .param("now", UtcTime.of(clock.instant()))
                .param("id", document.id())
                .param("seen", document.rowVersion())
                .update());
    }

    /** Counts one more event of a locked document and returns its number. */
    long nextEvent(Document document) {
        jdbc.sql("UPDATE disclosure_document SET event_count = event_count + 1 WHERE id = :id")
                .param("id", document.id())
                .update();
        return jdbc.sql("SELECT event_count FROM disclosure_document WHERE id = :id FOR UPDATE")
                .param("id", document.id())
                .query(Long.class)
                .single();
    }

    /** Whether this person ever wrote on the document. */
    boolean wasWrittenBy(Document document, String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM disclosure_author WHERE document_id = :id AND subject = :subject")
                        .param("id", document.id())
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void remember(Document document, DocumentContent content, String author) {
        jdbc.sql("""
                INSERT INTO disclosure_author (document_id, subject) VALUES (:id, :author)
                ON DUPLICATE KEY UPDATE subject = subject""").param("id", document.id()).param("author", author).update();
        jdbc.sql("DELETE FROM disclosure_item WHERE document_id = :id")
                .param("id", document.id())
                .update();
        content.items()
                .forEach(item -> jdbc.sql("INSERT INTO disclosure_item (document_id, item_code) VALUES (:id, :item)")
                        .param("id", document.id())
                        .param("item", item)
                        .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    static Document row(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                new Named(row.getString("body_code"), row.getString("body_name")),
                DocumentStatus.valueOf(row.getString("status")),
                ContentJson.read(row.getString("content")),
                row.getString("reviewed_hash"),
                row.getString("author"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getObject("archive_on", LocalDate.class),
                row.getString("ground"),
                row.getLong("row_version"));
    }
}
