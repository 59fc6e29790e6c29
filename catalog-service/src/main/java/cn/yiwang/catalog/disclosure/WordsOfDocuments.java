package cn.yiwang.catalog.disclosure;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The words by which published documents are found; they come and go in the transaction that publishes and retires. */
@Repository
class WordsOfDocuments {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    WordsOfDocuments(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Document document) {
        var words = List.copyOf(DocumentWords.of(document.content()));
        batches.batchUpdate(
                "INSERT INTO disclosure_word (word, document_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE document_id = VALUES(document_id)",
                words,
                BATCH,
                (statement, word) -> {
                    statement.setString(1, word);
                    statement.setLong(2, document.id());
                });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(Document document) {
        jdbc.sql("DELETE FROM disclosure_word WHERE document_id = :id")
                .param("id", document.id())
                .update();
    }
}
