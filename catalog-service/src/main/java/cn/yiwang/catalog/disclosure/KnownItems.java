package cn.yiwang.catalog.disclosure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which item codes the catalog has, base codes and business items alike. */
@Repository
class KnownItems {

    private final JdbcClient jdbc;

    KnownItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> among(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("""
                SELECT code FROM base_item WHERE code IN (:codes)
                UNION SELECT item_code FROM business_item WHERE item_code IN (:codes)""").param("codes", codes).query(String.class).list());
    }
}
