package cn.yiwang.catalog.body;

import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ServiceLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBodies implements Bodies {

    static final String LIST = """
            SELECT code, name, division, level, example
              FROM body
             WHERE code > :after
             ORDER BY code
             LIMIT :limit""";

    static final String LIST_OF_DIVISION = """
            SELECT code, name, division, level, example
              FROM body
             WHERE division = :division AND code > :after
             ORDER BY code
             LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcBodies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, String> names(Iterable<String> codes) {
        var asked = new LinkedHashSet<String>();
        codes.forEach(asked::add);
        var names = new LinkedHashMap<String, String>();
        if (asked.isEmpty()) {
            return names;
        }
        jdbc.sql("SELECT code, name FROM body WHERE code IN (:codes)")
                .param("codes", asked)
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    @Override
    public List<Body> list(@Nullable String division, @Nullable String after, int limit) {
        var query = jdbc.sql(division == null ? LIST : LIST_OF_DIVISION)
                .param("after", after == null ? "" : after)
                .param("limit", limit);
        return (division == null ? query : query.param("division", division))
                .query(JdbcBodies::body)
                .list();
    }

    @Override
    public void add(Body body) {
        jdbc.sql("""
                INSERT INTO body (code, name, division, level, example, created_at)
                VALUES (:code, :name, :division, :level, :example, :now)
                ON DUPLICATE KEY UPDATE code = code""")
                .param("code", body.code().value())
                .param("name", body.name())
                .param("division", body.division().value())
                .param("level", body.level().code())
                .param("example", body.example())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Body body(ResultSet row, int number) throws SQLException {
        return new Body(
                new CreditCode(row.getString("code")),
                row.getString("name"),
                new DivisionCode(row.getString("division")),
                ServiceLevel.ofCode(row.getString("level")),
                row.getBoolean("example"));
    }
}
