package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.DueDates;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.officer.Officers;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What every step works with, in this package and in those of the steps that have their own. */
@Component
public record Desk(
        Applications applications,
        Access access,
        Guides guides,
        DueDates dueDates,
        Journal journal,
        Officers officers,
        Clock clock) {

    /** Locks the application in the version that the actor saw: 404, then 412. */
    public Application open(Actor actor, UUID id, long seen) {
        return applications.lock(id, access.of(actor)).requireVersion(seen);
    }

    /** The same for a step of the applicant, which an agent takes only under a mandate that allows the action. */
    public Application openAsApplicant(Actor actor, MandateAction action, UUID id, long seen) {
        access.demand(action);
        return open(actor, id, seen);
    }

    /** The same for a step that only the competent body may take: 403 for a body that was merely asked. */
    public Application openAsCompetent(Actor actor, UUID id, long seen) {
        Application application = applications.lock(id, access.of(actor));
        if (!Access.isCompetent(actor, application)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        officers.requireNotRecused(actor, application.key(), application.staffing());
        if (isAtDeskOfActorsRole(actor, application)) {
            officers.requireOwnDesk(
                    actor, application.id(), application.staffing().officer());
        }
        return application.requireVersion(seen);
    }

    /** Reads the application without locking it; 404 when it is not there for this actor. */
    public Application read(Actor actor, UUID id) {
        return applications.read(id, access.of(actor));
    }

    /** Locks the application in whatever version; 404 when it is not there for this actor. */
    public Application lock(Actor actor, UUID id) {
        return applications.lock(id, access.of(actor));
    }

    /** Locks the application for a step that this service takes by itself; 404 when there is none. */
    public Application lock(UUID id) {
        return applications.lock(id, Visibility.EVERYTHING);
    }

    /** Locks the application of a row that a sweep found; empty while somebody else holds it. */
    public Optional<Application> claim(long key) {
        return applications.claim(key);
    }

    /** Writes a step: one version and {@code events} events further. */
    public Application write(Application before, Change change, int events, Instant now) {
        return applications.write(before, change, events, now);
    }

    /** A claim binds those who hold the role that is to act; an approver may decide about what lies at a clerk's window. */
    private static boolean isAtDeskOfActorsRole(Actor actor, Application application) {
        return switch (application.mover()) {
            case WINDOW_CLERK -> actor.has(Role.WINDOW_CLERK);
            case APPROVER -> actor.has(Role.APPROVER);
            case APPLICANT, REVIEWERS, CERTIFICATE_SERVICE, NOBODY -> false;
        };
    }

    public Guide guide(Application application) {
        return guides.pinned(application.guideKey()).guide();
    }

    public Instant now() {
        return clock.instant();
    }

    public static LocalDate day(Instant instant) {
        return ChinaTime.dateOf(instant);
    }
}
