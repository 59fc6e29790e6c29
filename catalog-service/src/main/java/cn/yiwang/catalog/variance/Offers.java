package cn.yiwang.catalog.variance;

import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.Standard;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the guides in force under a base item, all in one query. */
@Repository
class Offers {

    static final String IN_FORCE = """
            SELECT STRAIGHT_JOIN im.id AS implementation, bi.item_code, bi.sequence, bi.name, bo.code AS body_code,
                   bo.name AS body_name, gv.version, gv.guide
              FROM base_item ba
              JOIN implementation im ON im.base_item_id = ba.id
              JOIN body bo ON bo.id = im.body_id
              JOIN business_item bi ON bi.implementation_id = im.id
              JOIN guide_version gv ON gv.business_item_id = bi.id
             WHERE ba.code = :base AND bi.item_code IS NOT NULL AND gv.status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
               AND gv.effective_from <= :day AND (gv.effective_to IS NULL OR gv.effective_to >= :day)
             ORDER BY bi.item_code, gv.version
             LIMIT :limit""";

    private static final String REASONS = """
            SELECT de.implementation_id, de.aspect, de.reason
              FROM implementation_deviation de
              JOIN implementation im ON im.id = de.implementation_id
              JOIN base_item ba ON ba.id = im.base_item_id
             WHERE ba.code = :base""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(String baseCode) {
        return jdbc.sql("SELECT COUNT(*) FROM base_item WHERE code = :base")
                        .param("base", baseCode)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Standard> standard(String baseCode) {
        return jdbc.sql("""
                SELECT st.standard FROM base_item_standard st JOIN base_item ba ON ba.id = st.base_item_id
                 WHERE ba.code = :base AND st.in_force = 1""")
                .param("base", baseCode)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Standard.class));
    }

    /** The offers of a day; of two versions for one day the higher one counts. */
    List<Offer> inForce(String baseCode, LocalDate day, int limit) {
        var reasons = reasons(baseCode);
        var offers = new HashMap<String, Offer>();
        jdbc.sql(IN_FORCE)
                .param("base", baseCode)
                .param("day", day)
                .param("limit", limit)
                .query(row -> {
                    var item = row.getString("item_code");
                    offers.put(
                            item,
                            new Offer(
                                    item,
                                    row.getString("sequence"),
                                    row.getString("body_code"),
                                    row.getString("body_name"),
                                    GuideAspects.ofGuide(row.getString("name"), JSON.readTree(row.getString("guide"))),
                                    reasons.getOrDefault(row.getLong("implementation"), Map.of())));
                });
        return List.copyOf(offers.values());
    }

    private Map<Long, Map<Aspect, String>> reasons(String baseCode) {
        var reasons = new HashMap<Long, Map<Aspect, String>>();
        jdbc.sql(REASONS).param("base", baseCode).query(row -> {
            reasons.computeIfAbsent(row.getLong("implementation_id"), id -> new EnumMap<>(Aspect.class))
                    .put(Aspect.valueOf(row.getString("aspect")), row.getString("reason"));
        });
        return reasons;
    }
}
