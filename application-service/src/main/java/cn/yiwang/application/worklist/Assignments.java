package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On whose desk a piece of work lies. Each change holds only if it still lies where it was seen. */
@Repository
class Assignments {

    private static final String TASK = """
            FROM_TABLE review_task t JOIN application a ON a.id = t.application_id
            WHERE_ROW a.public_id = :id AND t.department = :body AND t.division = :division AND t.status = 'OPEN'""";

    private static final String APPLICATION = """
            FROM_TABLE application t
            WHERE_ROW t.public_id = :id AND t.body = :body AND t.division = :division AND t.mover = :mover""";

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where it lies. */
    record Place(long applicationKey, @Nullable String officer) {}

    /** Locks the piece of work; absent when there is none for this body and role. */
    Optional<Place> lock(Actor actor, Role role, UUID id) {
        String key = role == Role.REVIEWER ? "t.application_id" : "t.id";
        return bind(
                        jdbc.sql("SELECT " + key + " AS application_id, t.officer " + table(role, "FROM", "WHERE")
                                + " FOR UPDATE"),
                        actor,
                        role,
                        id)
                .query((row, n) -> new Place(row.getLong("application_id"), row.getString("officer")))
                .optional();
    }

    void put(Actor actor, Role role, UUID id, @Nullable String officer) {
        String sql = table(role, "UPDATE", "SET t.officer = :officer WHERE");
        bind(jdbc.sql(sql).param("officer", officer), actor, role, id).update();
    }

    private static String table(Role role, String from, String where) {
        return (role == Role.REVIEWER ? TASK : APPLICATION)
                .replace("FROM_TABLE", from)
                .replace("WHERE_ROW", where);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Actor actor, Role role, UUID id) {
        JdbcClient.StatementSpec bound = statement
                .param("id", Ids.toBytes(id))
                .param("body", actor.department())
                .param("division", actor.division());
        return role == Role.REVIEWER
                ? bound
                : bound.param("mover", (role == Role.APPROVER ? Mover.APPROVER : Mover.WINDOW_CLERK).name());
    }
}
