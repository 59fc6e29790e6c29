package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the staff of a body and division, soonest due first, read and counted in the order of an index. */
@Repository
class Worklist {

    /** Beyond it a count says "more". */
    static final int MOST_COUNTED = 999;

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to ask for somebody's list. */
    WorklistSql sql(Actor actor, Role desk, Filter filter, LocalDate today) {
        List<Long> guides = desk == Role.REVIEWER && filter.item() != null ? guidesOf(filter.item()) : List.of();
        return new WorklistSql(actor, desk, filter, guides, today);
    }

    private List<Long> guidesOf(String item) {
        return jdbc.sql("SELECT id FROM pinned_guide WHERE item_code = :item")
                .param("item", item)
                .query(Long.class)
                .list();
    }

    /** At most {@code limit} entries behind a position. */
    List<WorklistEntry> page(WorklistSql sql, LocalDate due, long key, int limit) {
        return jdbc.sql(sql.page())
                .params(sql.parameters())
                .param("due", due)
                .param("key", key)
                .param("limit", limit)
                .query(Worklist::read)
                .list();
    }

    /** At most one more than {@link #MOST_COUNTED}. */
    int count(WorklistSql sql) {
        return jdbc.sql(sql.count())
                .params(sql.parameters())
                .param("most", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    private static WorklistEntry read(ResultSet row, int number) throws SQLException {
        return new WorklistEntry(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                Objects.requireNonNull(row.getString("number")),
                Status.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getLong("guide_id"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("due_provisional"),
                UtcTime.readNullable(row, "since"),
                row.getString("officer"));
    }
}
