package cn.yiwang.catalog.law;

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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register in the database; the book made from it is kept until something in it changes. */
@Repository
class JdbcLaws implements Laws {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile LawBook book = LawBook.EMPTY;

    JdbcLaws(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A law and the version of its row. */
    record Entry(Law law, long rowVersion) {}

    private record Content(List<Law.Article> articles, List<Law.Figure> figures) {}

    @Override
    public LawBook book() {
        // Entries are never taken out and every change counts up one of them, so the sum tells one state from every
        // other.
        long revision = jdbc.sql("SELECT COALESCE(SUM(row_version), 0) FROM law")
                .query(Long.class)
                .single();
        var known = book;
        if (known.revision() == revision) {
            return known;
        }
        var entries = jdbc.sql("SELECT * FROM law").query(JdbcLaws::entry).list();
        var made = new LawBook(
                entries.stream().map(Entry::law).toList(),
                entries.stream().mapToLong(Entry::rowVersion).sum());
        book = made;
        return made;
    }

    Optional<Entry> find(String id) {
        return jdbc.sql("SELECT * FROM law WHERE id = :id")
                .param("id", id)
                .query(JdbcLaws::entry)
                .optional();
    }

    @Override
    public boolean add(Law law) {
        try {
            jdbc.sql("""
                    INSERT INTO law (id, title, document_number, kind, in_force_from, repealed_from, replaced_by, confirmed, source,
                                     content, row_version, created_at)
                    VALUES (:id, :title, :number, :kind, :from, :repealedFrom, :replacedBy, :confirmed, :source,
                            :content, 1, :now)""")
                    .param("id", law.id())
                    .param("title", law.title())
                    .param("number", law.documentNumber())
                    .param("kind", law.kind().name())
                    .param("from", law.inForceFrom())
                    .param("repealedFrom", law.repealedFrom())
                    .param("replacedBy", law.replacedBy())
                    .param("confirmed", law.confirmed())
                    .param("source", law.source())
                    .param("content", JSON.writeValueAsString(new Content(law.articles(), law.figures())))
                    .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void repeal(String id, LocalDate from, @Nullable String replacedBy, long seenVersion) {
        int rows = jdbc.sql("""
                UPDATE law SET repealed_from = :from, replaced_by = :replacedBy, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND repealed_from IS NULL""")
                .param("from", from)
                .param("replacedBy", replacedBy)
                .param("id", id)
                .param("seen", seenVersion)
                .update();
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var content = JSON.readValue(row.getString("content"), Content.class);
        return new Entry(
                new Law(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("document_number"),
                        Law.Kind.valueOf(row.getString("kind")),
                        row.getObject("in_force_from", LocalDate.class),
                        row.getObject("repealed_from", LocalDate.class),
                        row.getString("replaced_by"),
                        row.getBoolean("confirmed"),
                        row.getString("source"),
                        content.articles(),
                        content.figures()),
                row.getLong("row_version"));
    }
}
