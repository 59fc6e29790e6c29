package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.rule.Finding;
import cn.yiwang.catalog.rule.Severity;
import cn.yiwang.standards.BusinessItemCode;
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
import tools.jackson.databind.json.JsonMapper;

/** The checks of guides that bind or will, and what they found. */
@Repository
class GuideChecks {

    private static final String GUIDE = """
            SELECT gv.id, gv.version, gv.row_version, gv.effective_from, gv.guide, gv.note, bi.item_code, bo.code AS body_code,
                   ba.standard_revision
              FROM guide_version gv
              JOIN business_item bi ON bi.id = gv.business_item_id
              JOIN implementation im ON im.id = bi.implementation_id
              JOIN base_item ba ON ba.id = im.base_item_id
              JOIN body bo ON bo.id = im.body_id
            """;

    static final String DUE = GUIDE + """
              LEFT JOIN guide_check gc ON gc.guide_version_id = gv.id
             WHERE gv.status = 'PUBLISHED' AND (gv.effective_to IS NULL OR gv.effective_to >= :today) AND gv.id > :after
               AND (gc.guide_version_id IS NULL OR gc.row_version <> gv.row_version
                    OR gc.law_revision <> :laws OR gc.standard_revision <> ba.standard_revision OR gc.checked_on <> :today)
             ORDER BY gv.id
             LIMIT :limit""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    GuideChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A guide to check; {@code guide} is JSON. */
    record Candidate(
            long id,
            BusinessItemCode item,
            String bodyCode,
            int version,
            long rowVersion,
            @Nullable LocalDate effectiveFrom,
            String guide,
            @Nullable String note,
            long standardRevision) {}

    /** Counts every change of what is published: as long as it stays, no guide has to be looked at. */
    long catalogRevision() {
        return jdbc.sql("SELECT COALESCE(SUM(event_count), 0) FROM business_item")
                .query(Long.class)
                .single();
    }

    /** Published guides that were not checked under these laws on this day. */
    List<Candidate> due(LocalDate today, long lawRevision, long after, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("laws", lawRevision)
                .param("after", after)
                .param("limit", limit)
                .query(GuideChecks::candidate)
                .list();
    }

    Optional<Candidate> openVersion(String itemCode, int version) {
        return jdbc.sql(GUIDE + " WHERE bi.item_code = :item AND gv.version = :version AND gv.published_at IS NULL")
                .param("item", itemCode)
                .param("version", version)
                .query(GuideChecks::candidate)
                .optional();
    }

    void record(Candidate guide, LocalDate day, long lawRevision, List<Finding> findings) {
        jdbc.sql("""
                INSERT INTO guide_check (guide_version_id, body_code, row_version, law_revision, standard_revision, checked_on,
                                         blocking, unconfirmed, warnings, score)
                VALUES (:id, :body, :rowVersion, :laws, :standard, :day, :blocking, :unconfirmed, :warnings, :score)
                ON DUPLICATE KEY UPDATE row_version = VALUES(row_version), law_revision = VALUES(law_revision),
                    standard_revision = VALUES(standard_revision), checked_on = VALUES(checked_on), blocking = VALUES(blocking), unconfirmed = VALUES(unconfirmed),
                    warnings = VALUES(warnings), score = VALUES(score)""")
                .param("id", guide.id())
                .param("body", guide.bodyCode())
                .param("rowVersion", guide.rowVersion())
                .param("laws", lawRevision)
                .param("standard", guide.standardRevision())
                .param("day", day)
                .param("blocking", GuideScore.count(findings, Severity.BLOCKING))
                .param("unconfirmed", GuideScore.count(findings, Severity.UNCONFIRMED))
                .param("warnings", GuideScore.count(findings, Severity.WARNING))
                .param("score", GuideScore.of(findings))
                .update();
        var known = jdbc.sql("SELECT id, rule_name, pointer, arguments FROM guide_finding WHERE guide_version_id = :id")
                .param("id", guide.id())
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        row.getString("rule_name"),
                        row.getString("pointer"),
                        row.getString("arguments")))
                .list();
        known.stream().filter(row -> findings.stream().noneMatch(row::is)).forEach(row -> jdbc.sql(
                        "DELETE FROM guide_finding WHERE id = :id")
                .param("id", row.id())
                .update());
        findings.stream()
                .filter(finding -> known.stream().noneMatch(row -> row.is(finding)))
                .forEach(finding -> add(guide, finding));
    }

    /** A finding that was there before keeps its row, so that it keeps the day on which it was found and its place in the list. */
    private record Known(long id, String rule, String pointer, String arguments) {

        boolean is(Finding finding) {
            return rule.equals(finding.rule().name())
                    && pointer.equals(finding.pointer())
                    && JSON.readTree(arguments).equals(JSON.readTree(JSON.writeValueAsString(finding.arguments())));
        }
    }

    private void add(Candidate guide, Finding finding) {
        jdbc.sql("""
                INSERT INTO guide_finding (guide_version_id, body_code, rule_name, severity, pointer, arguments, law_id, found_at)
                VALUES (:version, :body, :rule, :severity, :pointer, :arguments, :law, :now)""")
                .param("version", guide.id())
                .param("body", guide.bodyCode())
                .param("rule", finding.rule().name())
                .param("severity", finding.severity().name())
                .param("pointer", finding.pointer())
                .param("arguments", JSON.writeValueAsString(finding.arguments()))
                .param("law", finding.law())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Forgets what was found on versions that no longer bind. */
    void forgetPast(LocalDate today) {
        for (var table : List.of("guide_finding", "guide_check")) {
            jdbc.sql("""
                    DELETE t FROM %s t JOIN guide_version gv ON gv.id = t.guide_version_id
                     WHERE gv.status <> 'PUBLISHED' OR gv.effective_to < :today""".formatted(table)).param("today", today).update();
        }
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getLong("id"),
                new BusinessItemCode(row.getString("item_code")),
                row.getString("body_code"),
                row.getInt("version"),
                row.getLong("row_version"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("guide"),
                row.getString("note"),
                row.getLong("standard_revision"));
    }
}
