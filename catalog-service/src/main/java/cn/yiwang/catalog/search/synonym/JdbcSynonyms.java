package cn.yiwang.catalog.search.synonym;

import cn.yiwang.catalog.search.word.Synonym;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSynonyms implements KeptSynonyms {

    private static final String COLUMNS = "id, public_id, said, official, editor, row_version, changed_at";

    static final String LIST = "SELECT " + COLUMNS + " FROM search_synonym WHERE id > :after ORDER BY id LIMIT :limit";

    static final String LIST_OF_WORD =
            "SELECT " + COLUMNS + " FROM search_synonym WHERE said = :said AND id > :after ORDER BY id LIMIT :limit";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSynonyms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long revision() {
        return jdbc.sql("SELECT revision FROM search_synonym_revision WHERE id = 1")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Synonym> all() {
        return jdbc.sql("SELECT said, official FROM search_synonym ORDER BY id")
                .query((row, number) -> new Synonym(row.getString("said"), row.getString("official")))
                .list();
    }

    /** Counts the change; its row is locked until the transaction ends, so that changes follow each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    void countChange() {
        jdbc.sql("UPDATE search_synonym_revision SET revision = revision + 1 WHERE id = 1")
                .update();
    }

    int count() {
        return jdbc.sql("SELECT COUNT(*) FROM search_synonym")
                .query(Integer.class)
                .single();
    }

    List<StoredSynonym> list(@Nullable String said, long after, int limit) {
        var statement = said == null ? jdbc.sql(LIST) : jdbc.sql(LIST_OF_WORD).param("said", said);
        return statement
                .param("after", after)
                .param("limit", limit)
                .query(JdbcSynonyms::stored)
                .list();
    }

    Optional<StoredSynonym> find(UUID publicId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM search_synonym WHERE public_id = :publicId")
                .param("publicId", Ids.toBytes(publicId))
                .query(JdbcSynonyms::stored)
                .optional();
    }

    UUID add(Synonym synonym, String editor) {
        var publicId = Ids.next();
        jdbc.sql("""
                INSERT INTO search_synonym (public_id, said, official, editor, row_version, created_at, changed_at)
                VALUES (:publicId, :said, :official, :editor, 1, :now, :now)""")
                .param("publicId", Ids.toBytes(publicId))
                .param("said", synonym.said())
                .param("official", synonym.official())
                .param("editor", editor)
                .param("now", UtcTime.of(clock.instant()))
                .update();
        return publicId;
    }

    void change(UUID publicId, Synonym synonym, String editor, long seenVersion) {
        require(jdbc.sql("""
                UPDATE search_synonym
                   SET said = :said, official = :official, editor = :editor, changed_at = :now, row_version = row_version + 1
                 WHERE public_id = :publicId AND row_version = :seen""")
                .param("said", synonym.said())
                .param("official", synonym.official())
                .param("editor", editor)
                .param("now", UtcTime.of(clock.instant()))
                .param("publicId", Ids.toBytes(publicId))
                .param("seen", seenVersion)
                .update());
    }

    void remove(UUID publicId, long seenVersion) {
        require(jdbc.sql("DELETE FROM search_synonym WHERE public_id = :publicId AND row_version = :seen")
                .param("publicId", Ids.toBytes(publicId))
                .param("seen", seenVersion)
                .update());
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    private static StoredSynonym stored(ResultSet row, int number) throws SQLException {
        return new StoredSynonym(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("said"),
                row.getString("official"),
                row.getString("editor"),
                row.getLong("row_version"),
                UtcTime.read(row, "changed_at"));
    }
}
