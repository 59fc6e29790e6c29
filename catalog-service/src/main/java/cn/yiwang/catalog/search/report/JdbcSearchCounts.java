package cn.yiwang.catalog.search.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSearchCounts {

    private static final int REMOVED_AT_ONCE = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcSearchCounts(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Transactional
    void add(List<SearchCounts> rows) {
        template.batchUpdate("""
                INSERT INTO search_count (day, query, searches, without_result, clicks) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE searches = searches + VALUES(searches),
                                        without_result = without_result + VALUES(without_result),
                                        clicks = clicks + VALUES(clicks)""", rows, 200, (statement, row) -> {
            statement.setObject(1, row.day());
            statement.setString(2, row.query());
            statement.setLong(3, row.searches());
            statement.setLong(4, row.withoutResult());
            statement.setLong(5, row.clicks());
        });
    }

    /** Counts what has its row already and drops the rest. */
    @Transactional
    void addToKnown(List<SearchCounts> rows) {
        template.batchUpdate("""
                UPDATE search_count
                   SET searches = searches + ?, without_result = without_result + ?, clicks = clicks + ?
                 WHERE day = ? AND query = ?""", rows, 200, (statement, row) -> {
            statement.setLong(1, row.searches());
            statement.setLong(2, row.withoutResult());
            statement.setLong(3, row.clicks());
            statement.setObject(4, row.day());
            statement.setString(5, row.query());
        });
    }

    /** How many texts have a row of that day. */
    int texts(LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM search_count WHERE day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** What was searched for at least {@code fewest} times, at least half of them without a good result. */
    List<SearchReport.Line> withoutResult(LocalDate from, LocalDate to, int fewest, int limit) {
        return lines("SUM(without_result) * 2 >= SUM(searches)", from, to, fewest, limit);
    }

    /** What finds something that hardly anybody opens: less than one search in ten leads on. */
    List<SearchReport.Line> fewClicks(LocalDate from, LocalDate to, int fewest, int limit) {
        return lines(
                "SUM(without_result) * 2 < SUM(searches) AND SUM(clicks) * 10 < SUM(searches)",
                from,
                to,
                fewest,
                limit);
    }

    private List<SearchReport.Line> lines(String condition, LocalDate from, LocalDate to, int fewest, int limit) {
        return jdbc.sql("""
                SELECT query, SUM(searches) AS searches, SUM(without_result) AS without_result, SUM(clicks) AS clicks
                  FROM search_count
                 WHERE day BETWEEN :from AND :to
                 GROUP BY query
                HAVING SUM(search_count.searches) >= :fewest AND (%s)
                 ORDER BY SUM(search_count.searches) DESC, query
                 LIMIT :limit""".formatted(condition.replace("SUM(", "SUM(search_count.")))
                .param("from", from)
                .param("to", to)
                .param("fewest", fewest)
                .param("limit", limit)
                .query((row, number) -> new SearchReport.Line(
                        row.getString("query"),
                        row.getLong("searches"),
                        row.getLong("without_result"),
                        row.getLong("clicks")))
                .list();
    }

    /** Removes what is older than a day, and what was searched for too rarely to say anything; returns the number of rows. */
    int removeBefore(LocalDate day, LocalDate rareDay, int rare) {
        int removed = 0;
        int now;
        do {
            now = jdbc.sql("""
                    DELETE FROM search_count
                     WHERE day < :rareDay AND (day < :day OR searches < :rare)
                     LIMIT :limit""")
                    .param("rareDay", rareDay)
                    .param("day", day)
                    .param("rare", rare)
                    .param("limit", REMOVED_AT_ONCE)
                    .update();
            removed += now;
        } while (now == REMOVED_AT_ONCE);
        return removed;
    }
}
