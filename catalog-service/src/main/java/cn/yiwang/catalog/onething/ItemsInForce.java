package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.Guide;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the items of a package with the guides that bind on a day. */
@Repository
class ItemsInForce {

    static final String BY_CODES = """
            SELECT bi.item_code, bi.name, bo.code AS body_code, bo.name AS body_name, gv.version, gv.guide
              FROM business_item bi
              JOIN implementation im ON im.id = bi.implementation_id
              JOIN body bo ON bo.id = im.body_id
              JOIN guide_version gv ON gv.business_item_id = bi.id
             WHERE bi.item_code IN (:codes) AND gv.status IN ('PUBLISHED', 'SUPERSEDED')
               AND gv.effective_from <= :day AND (gv.effective_to IS NULL OR gv.effective_to >= :day)
               AND NOT EXISTS (SELECT 1 FROM item_interruption ii
                                WHERE ii.business_item_id = bi.id AND ii.first_day <= :day
                                  AND (ii.last_day IS NULL OR ii.last_day >= :day))
             ORDER BY gv.version""";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    ItemsInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code; an item without a guide in force is absent. Of two versions for one day the higher one counts. */
    Map<String, ItemInForce> on(LocalDate day, Collection<String> codes) {
        var items = new HashMap<String, ItemInForce>();
        jdbc.sql(BY_CODES)
                .param("codes", codes)
                .param("day", day)
                .query((row, number) -> new ItemInForce(
                        row.getString("item_code"),
                        row.getString("name"),
                        row.getString("body_code"),
                        row.getString("body_name"),
                        row.getInt("version"),
                        JSON.readValue(row.getString("guide"), Guide.class)))
                .list()
                .forEach(item -> items.put(item.code(), item));
        return items;
    }
}
