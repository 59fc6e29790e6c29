package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of saved filters; everybody has their own alone. */
@Repository
class SavedFilters {

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedFilter> of(String owner) {
        return jdbc.sql("""
                SELECT public_id, name, role, status, item_code, officer, due_before, overdue
                  FROM worklist_filter WHERE owner = :owner ORDER BY name
                """).param("owner", owner).query(SavedFilters::read).list();
    }

    void add(String owner, SavedFilter saved, Instant now) {
        Filter filter = saved.filter();
        jdbc.sql("""
                INSERT INTO worklist_filter (public_id, owner, name, role, status, item_code, officer, due_before, overdue, created_at)
                VALUES (:id, :owner, :name, :role, :status, :item, :officer, :dueBefore, :overdue, :now)
                """)
                .param("id", Ids.toBytes(saved.id()))
                .param("owner", owner)
                .param("name", saved.name())
                .param("role", saved.role())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("item", filter.item())
                .param("officer", filter.officer())
                .param("dueBefore", filter.dueBefore())
                .param("overdue", filter.overdue())
                .param("now", UtcTime.of(now))
                .update();
    }

    boolean remove(String owner, UUID id) {
        return jdbc.sql("DELETE FROM worklist_filter WHERE public_id = :id AND owner = :owner")
                        .param("id", Ids.toBytes(id))
                        .param("owner", owner)
                        .update()
                == 1;
    }

    private static SavedFilter read(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        return new SavedFilter(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("name"),
                row.getString("role"),
                new Filter(
                        status == null ? null : Status.valueOf(status),
                        row.getString("item_code"),
                        row.getString("officer"),
                        row.getObject("due_before", LocalDate.class),
                        row.getBoolean("overdue")));
    }
}
