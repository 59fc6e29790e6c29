package cn.yiwang.application.interruption;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.interruption.Interruption.Ground;
import cn.yiwang.application.interruption.Interruption.Kind;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSuspended;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets handling rest for a cause that a law or rule names (中止); no limit runs until it goes on. */
@Component
public class SuspendApplication {

    private final Desk desk;
    private final Interruptions interruptions;

    SuspendApplication(Desk desk, Interruptions interruptions) {
        this.desk = desk;
        this.interruptions = interruptions;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application suspend(Actor actor, UUID id, long seen, Ground ground) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationSuspended event = new ApplicationSuspended();
        Status next = before.next(event);
        Instant now = desk.now();
        interruptions.add(
                before.key(),
                new Interruption(Kind.SUSPENSION, null, ground, now, null, null, before.due(), before.waitingSince()));
        Application after = desk.write(before, Change.closed(before, next), 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "suspend-application", after, ground.basis());
        return after;
    }
}
