package cn.yiwang.application.handling;

import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens around an application without moving it on: it is written into the history, told to others and kept in the trail like a
 * step, in the transaction of its effect.
 */
@Component
public class Occurrences {

    private final Desk desk;

    Occurrences(Desk desk) {
        this.desk = desk;
    }

    /**
     * Something that happened.
     *
     * @param name past tense; the event's type is {@code cn.yiwang.application.<name>.v1}
     * @param data ids and codes only, beside those that every event of an application carries
     * @param action what the audit trail calls it
     */
    public record Occurrence(
            String name,
            @Nullable String note,
            Map<String, String> data,
            String action,
            @Nullable String basis) {

        public Occurrence {
            data = Map.copyOf(data);
        }
    }

    /** Locks the application in the version that the actor saw: 404, then 412. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application open(Actor actor, UUID id, long seen) {
        return desk.open(actor, id, seen);
    }

    /** The same for whoever works for the competent body; 403 for others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application openAsCompetent(Actor actor, UUID id, long seen) {
        return desk.openAsCompetent(actor, id, seen);
    }

    /** Whether the actor works for the body that handles the application. */
    public static boolean isCompetent(Actor actor, Application application) {
        return actor.type() == SubjectType.STAFF && Access.isCompetent(actor, application);
    }

    /** The application for a word of its applicant that is no step: 403 when a mandate does not allow it, 404 when it is not there. */
    public Application readAsApplicant(Actor actor, MandateAction action, UUID id) {
        desk.access().demand(action);
        return desk.read(actor, id);
    }

    /** Locks the application for this service's own work. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application lock(UUID id) {
        return desk.applications().lock(id, CaseFiles.ANYBODY);
    }

    /** Writes it down; {@code actor} is null when this service itself acts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application record(@Nullable Actor actor, Application before, Occurrence occurrence) {
        return record(actor, before, Change.of(before, before.status(), before.mover()), occurrence);
    }

    /** The same, with columns that change along. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application record(@Nullable Actor actor, Application before, Change change, Occurrence occurrence) {
        Instant now = desk.now();
        Application after = desk.applications().write(before, change, 1, now);
        desk.journal().note(after, actor, occurrence, desk.guide(after).version(), now);
        return after;
    }
}
