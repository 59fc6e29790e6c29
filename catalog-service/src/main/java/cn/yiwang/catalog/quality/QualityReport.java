package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.rule.PublishRule;
import cn.yiwang.catalog.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the checks, by body. */
@Repository
class QualityReport {

    static final String BODIES = """
            SELECT gc.body_code, bo.name AS body_name, COUNT(*) AS guides, SUM(gc.blocking > 0) AS blocked,
                   SUM(gc.blocking) AS blocking, SUM(gc.unconfirmed) AS unconfirmed, SUM(gc.warnings) AS warnings,
                   AVG(gc.score) / 100 AS score
              FROM guide_check gc
              JOIN body bo ON bo.code = gc.body_code
             WHERE gc.body_code > :after AND (:body IS NULL OR gc.body_code = :body)
             GROUP BY gc.body_code, bo.name
             ORDER BY gc.body_code
             LIMIT :limit""";

    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    QualityReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How good the guides of a body are.
     *
     * @param guides how many were checked
     * @param blocked how many of them could not be published as they are
     * @param score the mean share of the rules that they keep, 0 to 100
     */
    record OfBody(
            String bodyCode,
            String bodyName,
            int guides,
            int blocked,
            int blocking,
            int unconfirmed,
            int warnings,
            double score) {}

    /** A finding as it is stored. */
    record Row(
            long id,
            String bodyCode,
            String itemCode,
            String itemName,
            int version,
            PublishRule rule,
            String pointer,
            List<Object> arguments,
            @Nullable String law,
            @Nullable String note,
            Instant foundAt) {}

    /** What to look for; null means all. */
    record Filter(
            @Nullable String body,
            @Nullable Severity severity,
            @Nullable String law) {}

    List<OfBody> bodies(@Nullable String body, String after, int limit) {
        return jdbc.sql(BODIES)
                .param("body", body)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new OfBody(
                        row.getString("body_code"),
                        row.getString("body_name"),
                        row.getInt("guides"),
                        row.getInt("blocked"),
                        row.getInt("blocking"),
                        row.getInt("unconfirmed"),
                        row.getInt("warnings"),
                        row.getDouble("score")))
                .list();
    }

    List<Row> findings(Filter filter, long after, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        where(conditions, parameters, "body_code", "body", filter.body());
        where(
                conditions,
                parameters,
                "severity",
                "severity",
                filter.severity() == null ? null : filter.severity().name());
        where(conditions, parameters, "law_id", "law", filter.law());
        return jdbc.sql("""
                SELECT gf.id, gf.body_code, bi.item_code, bi.name, gv.version, gf.rule_name, gf.pointer, gf.arguments, gf.law_id,
                       gv.note, gf.found_at
                  FROM guide_finding gf
                  JOIN guide_version gv ON gv.id = gf.guide_version_id
                  JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE gf.id > :after""" + String.join("", conditions) + " ORDER BY gf.id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .params(parameters)
                .query(QualityReport::row)
                .list();
    }

    private static void where(
            List<String> conditions,
            Map<String, Object> parameters,
            String column,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(" AND gf." + column + " = :" + name);
            parameters.put(name, value);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("body_code"),
                row.getString("item_code"),
                row.getString("name"),
                row.getInt("version"),
                PublishRule.valueOf(row.getString("rule_name")),
                row.getString("pointer"),
                JSON.readValue(row.getString("arguments"), LIST),
                row.getString("law_id"),
                row.getString("note"),
                row.getObject("found_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
