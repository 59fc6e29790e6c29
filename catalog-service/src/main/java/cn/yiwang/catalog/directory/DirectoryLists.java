package cn.yiwang.catalog.directory;

import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.ImplementationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Implementations in the order of their codes; each kind of question has its index. */
@Repository
class DirectoryLists {

    private static final String COLUMNS = """
            SELECT STRAIGHT_JOIN im.code, im.level, im.authority_source, ba.code AS base_code, bo.code AS body_code,
                   bo.name AS body_name, bo.division, COALESCE(de.value, ba.name) AS name, st.standard
            """;

    private static final String DETAILS = """
             JOIN base_item ba ON ba.id = im.base_item_id
             LEFT JOIN implementation_deviation de ON de.implementation_id = im.id AND de.aspect = 'NAME'
             LEFT JOIN base_item_standard st ON st.base_item_id = ba.id AND st.in_force = 1
            """;

    private static final String CONDITIONS = """
             WHERE im.code > :after AND im.public_service = :publicService
               AND (:type IS NULL OR im.item_type = :type) AND (im.ended_on IS NULL OR im.ended_on > :day)
            """;

    private static final String ORDER = " ORDER BY im.code LIMIT :limit";

    /** Each page is read from the index in the order of the codes, whatever the optimizer makes of the numbers. */
    static final String ALL = COLUMNS + from("implementation_by_list") + DETAILS + CONDITIONS + ORDER;

    static final String OF_TYPE =
            COLUMNS + from("implementation_by_type") + DETAILS + CONDITIONS + " AND im.item_type = :type" + ORDER;

    /** The code begins with the body's. */
    static final String OF_BODY = COLUMNS + from("implementation_code") + DETAILS + CONDITIONS
            + " AND im.code > :body AND im.code < CONCAT(:body, '~')" + ORDER;

    static final String OF_DIVISION = COLUMNS + " FROM body bo JOIN implementation im ON im.body_id = bo.id" + DETAILS
            + CONDITIONS + " AND bo.division = :division" + ORDER;

    private final JdbcClient jdbc;

    DirectoryLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for. */
    record Question(
            boolean publicService,
            @Nullable String type,
            @Nullable String body,
            @Nullable String division,
            LocalDate day) {}

    /** A line; {@code standard} is JSON. */
    record Line(
            ImplementationCode code,
            BaseCode baseCode,
            String name,
            String bodyCode,
            String bodyName,
            String division,
            @Nullable String authoritySource,
            @Nullable String standard) {}

    List<Line> list(Question question, String after, int limit) {
        var sql = question.body() != null
                ? OF_BODY
                : question.division() != null ? OF_DIVISION : question.type() != null ? OF_TYPE : ALL;
        var query = jdbc.sql(sql)
                .param("after", after)
                .param("publicService", question.publicService() ? 1 : 0)
                .param("type", question.type())
                .param("day", question.day())
                .param("limit", limit);
        if (question.body() != null) {
            query = query.param("body", question.body());
        } else if (question.division() != null) {
            query = query.param("division", question.division());
        }
        return query.query(DirectoryLists::line).list();
    }

    private static String from(String index) {
        return " FROM implementation im FORCE INDEX (%s) JOIN body bo ON bo.id = im.body_id".formatted(index);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new ImplementationCode(row.getString("code")),
                new BaseCode(row.getString("base_code")),
                row.getString("name"),
                row.getString("body_code"),
                row.getString("body_name"),
                row.getString("division"),
                row.getString("authority_source"),
                row.getString("standard"));
    }
}
