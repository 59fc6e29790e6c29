package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that a document reached the applicant. A certificate is delivered by being issued. */
@Component
public class DeliverApplication {

    private static final String BASIS = "行政许可法第四十四条";

    private final Desk desk;

    DeliverApplication(Desk desk) {
        this.desk = desk;
    }

    /** How a document reached the applicant. */
    public enum Method {
        WINDOW,
        MAIL,
        ELECTRONIC
    }

    /** Stores it; runs in the caller's transaction. */
    public Application deliver(Actor actor, UUID id, long seen, Method method) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationDelivered event = new ApplicationDelivered(null);
        Status next = before.next(event);
        if (before.mover() == Mover.CERTIFICATE_SERVICE) {
            throw new ProblemException(ApplicationProblem.DELIVERED_BY_CERTIFICATE);
        }
        Instant now = desk.now();
        Application delivered =
                desk.applications().write(before, Change.closed(before, next).set("delivered_at", now), 1, now);
        desk.journal()
                .write(delivered, desk.journal().entry(event, before.status(), delivered, actor, method.name(), now));
        desk.journal().publish(delivered, desk.guide(delivered).version(), event);
        desk.journal().audit(actor, "deliver-application", delivered, BASIS);
        return delivered;
    }
}
