package cn.yiwang.catalog.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the negative list. */
@Repository
class NegativeList {

    private static final String COLUMNS = """
            SELECT code, title, kind, measure, basis, division, effective_from, effective_to
              FROM negative_list_entry
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
            @Nullable LocalDate effectiveTo) {}

    List<Line> list(@Nullable String division, LocalDate day, String after, int limit) {
        var query = jdbc.sql(
                        COLUMNS + (division == null ? "" : " AND division = :division") + " ORDER BY code LIMIT :limit")
                .param("after", after)
                .param("day", day)
                .param("limit", limit);
        return (division == null ? query : query.param("division", division))
                .query((row, number) -> new Line(
                        row.getString("code"),
                        row.getString("title"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("measure"),
                        row.getString("basis"),
                        row.getString("division"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)))
                .list();
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
