package cn.yiwang.catalog.directory;

import cn.yiwang.starter.http.StaleVersionException;
import io.swagger.v3.oas.annotations.media.Schema;
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

/** The entries of the negative list. */
@Repository
class NegativeList {

    private static final String COLUMNS = """
            SELECT code, title, kind, measure, basis, division, effective_from, effective_to, removal_basis, row_version
              FROM negative_list_entry
            """;

    static final String LIST = COLUMNS + """
             WHERE code > :after AND effective_from <= :day AND (effective_to IS NULL OR effective_to >= :day)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NegativeList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far it goes. */
    enum Kind {
        /** 禁止. */
        PROHIBITED,
        /** 限制: with a permission only. */
        RESTRICTED
    }

    /** An entry. */
    @Schema(name = "NegativeListLine")
    record Line(
            String code,
            String title,
            Kind kind,
            String measure,
            String basis,
            String division,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String removalBasis,
            long rowVersion) {

        /** Whether it applies, or is to apply, on a day or later. */
        boolean reaches(LocalDate day) {
            return effectiveTo == null || !effectiveTo.isBefore(day);
        }
    }

    Optional<Line> find(String code) {
        return jdbc.sql(COLUMNS + " WHERE code = :code")
                .param("code", code)
                .query(NegativeList::line)
                .optional();
    }

    /**
     * The entries of a day.
     *
     * @param divisions those whose entries count; empty: all
     */
    List<Line> list(List<String> divisions, LocalDate day, String after, int limit) {
        var query = jdbc.sql(LIST + (divisions.isEmpty() ? "" : " AND division IN (:divisions)")
                        + " ORDER BY code LIMIT :limit")
                .param("after", after)
                .param("day", day)
                .param("limit", limit);
        return (divisions.isEmpty() ? query : query.param("divisions", divisions))
                .query(NegativeList::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                row.getString("measure"),
                row.getString("basis"),
                row.getString("division"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("removal_basis"),
                row.getLong("row_version"));
    }

    /** Gives an entry its last day. It stays on record; a last day before the first: it never applied. */
    void remove(String code, LocalDate lastDay, String basis, long seenVersion) {
        int rows = jdbc.sql("""
                UPDATE negative_list_entry
                   SET effective_to = :last, removal_basis = :basis, row_version = row_version + 1
                 WHERE code = :code AND row_version = :seen""")
                .param("last", lastDay)
                .param("basis", basis)
                .param("code", code)
                .param("seen", seenVersion)
                .update();
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the code is taken */
    void add(Line line) {
        jdbc.sql("""
                INSERT INTO negative_list_entry
                       (code, title, kind, measure, basis, division, effective_from, effective_to, created_at)
                VALUES (:code, :title, :kind, :measure, :basis, :division, :from, :to, :now)""")
                .param("code", line.code())
                .param("title", line.title())
                .param("kind", line.kind().name())
                .param("measure", line.measure())
                .param("basis", line.basis())
                .param("division", line.division())
                .param("from", line.effectiveFrom())
                .param("to", line.effectiveTo())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
