package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.DueDates;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What every step works with. */
@Component
record Desk(Applications applications, Access access, Guides guides, DueDates dueDates, Journal journal, Clock clock) {

    /** Locks the application in the version that the actor saw: 404, then 412. */
    Application open(Actor actor, UUID id, long seen) {
        return applications.lock(id, access.of(actor)).requireVersion(seen);
    }

    /** The same for a step that only the competent body may take: 403 for a body that was merely asked. */
    Application openAsCompetent(Actor actor, UUID id, long seen) {
        Application application = applications.lock(id, access.of(actor));
        if (!Access.isCompetent(actor, application)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return application.requireVersion(seen);
    }

    Guide guide(Application application) {
        return guides.pinned(application.guideKey()).guide();
    }

    Instant now() {
        return clock.instant();
    }

    static LocalDate day(Instant instant) {
        return ChinaTime.dateOf(instant);
    }
}
