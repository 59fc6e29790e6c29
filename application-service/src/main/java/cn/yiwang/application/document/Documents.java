package cn.yiwang.application.document;

import cn.yiwang.application.document.DocumentNumbers.Numbered;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of documents; their contents are sealed, and nothing of a row changes but that its file comes. */
@Repository
class Documents {

    private static final String SEALED = "document.contents";
    private static final String COLUMNS = """
            id, public_id, application_id, kind, occasion, body, body_name, template_version, number, dated_on, made_at, made_by,
            content_sha256, content_size""";

    private final JdbcClient jdbc;
    private final ConfidentialCodec codec;
    private final JsonMapper json;
    private final DocumentKinds kinds;

    Documents(JdbcClient jdbc, ConfidentialCodec codec, JsonMapper json, DocumentKinds kinds) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.json = json;
        this.kinds = kinds;
    }

    /** What a new document is made of. */
    record NewDocument(
            UUID id,
            long applicationKey,
            DocumentKind kind,
            int occasion,
            String body,
            String bodyName,
            int templateVersion,
            @Nullable Numbered number,
            LocalDate datedOn,
            Map<String, List<String>> contents,
            @Nullable String madeBy,
            Instant now) {}

    void add(NewDocument document) {
        Numbered number = document.number();
        jdbc.sql("""
                INSERT INTO document (public_id, application_id, kind, occasion, body, body_name, template_version, number, series_word,
                       series_year, series_serial, dated_on, contents, made_by, made_at)
                VALUES (:id, :application, :kind, :occasion, :body, :bodyName, :template, :number, :word, :year, :serial, :day, :contents,
                       :by, :at)
                """)
                .param("id", Ids.toBytes(document.id()))
                .param("application", document.applicationKey())
                .param("kind", document.kind().code())
                .param("occasion", document.occasion())
                .param("body", document.body())
                .param("bodyName", document.bodyName())
                .param("template", document.templateVersion())
                .param("number", number == null ? null : number.text())
                .param("word", number == null ? null : number.word())
                .param("year", number == null ? null : number.year())
                .param("serial", number == null ? null : number.serial())
                .param("day", document.datedOn())
                .param("contents", codec.seal(json.writeValueAsString(document.contents()), SEALED))
                .param("by", document.madeBy())
                .param("at", UtcTime.of(document.now()))
                .update();
    }

    List<Document> of(long applicationKey) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM document WHERE application_id = :application ORDER BY dated_on, id")
                .param("application", applicationKey)
                .query(this::read)
                .list();
    }

    Optional<Document> find(long applicationKey, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE application_id = :application AND public_id = :id")
                .param("application", applicationKey)
                .param("id", Ids.toBytes(id))
                .query(this::read)
                .optional();
    }

    Map<String, List<String>> contents(Document document) {
        byte[] sealed = jdbc.sql("SELECT contents FROM document WHERE id = :key")
                .param("key", document.key())
                .query(byte[].class)
                .single();
        return json.readValue(codec.open(sealed, SEALED), new TypeReference<>() {});
    }

    /** Locks the application, so that one at a time completes its documents. */
    void lockApplication(long key) {
        jdbc.sql("SELECT id FROM application WHERE id = :key FOR UPDATE")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Notes where the finished file lies; false when another reading was faster, whose file stands. */
    boolean keep(Document document, Document.File file, Instant now) {
        return jdbc.sql("""
                UPDATE document SET content_sha256 = :sha256, content_size = :size, sealed_at = :at
                 WHERE id = :key AND content_sha256 IS NULL
                """)
                        .param("sha256", file.sha256())
                        .param("size", file.size())
                        .param("at", UtcTime.of(now))
                        .param("key", document.key())
                        .update()
                == 1;
    }

    boolean isReferred(byte[] sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM document WHERE content_sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private Document read(ResultSet row, int number) throws SQLException {
        byte[] sha256 = row.getBytes("content_sha256");
        return new Document(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getLong("application_id"),
                kinds.get(row.getString("kind")),
                row.getInt("occasion"),
                row.getString("body"),
                row.getString("body_name"),
                row.getInt("template_version"),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                UtcTime.read(row, "made_at"),
                row.getString("made_by"),
                sha256 == null ? null : new Document.File(sha256, row.getLong("content_size")));
    }
}
