package cn.yiwang.application.evaluation;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invites, in the transaction of the step. An invitation is an aggregate of its own: its first event is its sequence 1. */
@Component
public class Invitations {

    private static final String TOPIC = "yiwang.application";
    private static final String TYPE = "cn.yiwang.application.evaluation-invited.v1";

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Invitations(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** The data of the message: ids and codes. */
    private record Data(
            String invitationId, String applicationId, String step, String itemCode, String body, String division) {}

    /** What the message says of the application. */
    public record Subject(long key, UUID id, String itemCode, String body, String division) {}

    /** Invites once for a step that can be evaluated; does nothing for others. */
    public void inviteAfter(String step, Subject application, Instant now) {
        if (!EvaluatedSteps.invites(step)) {
            return;
        }
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO evaluation_invitation (public_id, application_id, step, invited_at)
                VALUES (:id, :application, :step, :now)
                """)
                .param("id", Ids.toBytes(id))
                .param("application", application.key())
                .param("step", step)
                .param("now", UtcTime.of(now))
                .update();
        outbox.send(new EventDraft(
                TOPIC,
                TYPE,
                id.toString(),
                1,
                new Data(
                        id.toString(),
                        application.id().toString(),
                        step,
                        application.itemCode(),
                        application.body(),
                        application.division())));
    }

    /** In the order of the steps; who may see them is decided by whoever finds the application. */
    public List<Invitation> of(long applicationKey) {
        return jdbc.sql("""
                SELECT public_id, step, invited_at FROM evaluation_invitation WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query((row, number) -> new Invitation(
                        Ids.fromBytes(row.getBytes("public_id")),
                        row.getString("step"),
                        UtcTime.read(row, "invited_at")))
                .list();
    }
}
