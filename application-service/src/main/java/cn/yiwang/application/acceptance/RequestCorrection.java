package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.CorrectionRules;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.correction.PreReviews;
import cn.yiwang.application.correction.Requirement;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionRequested;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewRequests;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the applicant, once and within the limit, everything that is to be corrected (Administrative Licensing Law Art. 32(4)). */
@Component
public class RequestCorrection {

    private static final String BASIS = "行政许可法第三十二条第一款第四项";

    private final Desk desk;
    private final Corrections corrections;
    private final PreReviews preReviews;
    private final ReviewRequests requests;
    private final WorkingCalendar calendar;

    RequestCorrection(
            Desk desk,
            Corrections corrections,
            PreReviews preReviews,
            ReviewRequests requests,
            WorkingCalendar calendar) {
        this.desk = desk;
        this.corrections = corrections;
        this.preReviews = preReviews;
        this.requests = requests;
        this.calendar = calendar;
    }

    /**
     * Stores it; runs in the caller's transaction.
     *
     * @param period what the notice leaves the applicant; the configured one when null
     */
    public Application request(Actor actor, UUID id, long seen, List<Requirement> asked, @Nullable TimeLimit period) {
        Application before = desk.openAsCompetent(actor, id, seen);
        if (before.status() == Status.CORRECTION_REQUESTED || before.status() == Status.CORRECTED) {
            throw new ProblemException(ApplicationProblem.CORRECTION_ASKED_ALREADY);
        }
        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        TimeLimit given = period == null ? corrections.usualPeriod() : period;
        LocalDate dueOn =
                calendar.dueAfter(today, given, WhenUnpublished.PROVISIONAL).date();
        CorrectionRequested event =
                new CorrectionRequested(asked.stream().map(Requirement::code).toList(), dueOn);
        Status next = before.next(event);
        requireInTime(before, today);
        Askings.throwIfAny(CorrectionRules.againstAsking(desk.guide(before), asked));
        preReviews
                .of(before.key())
                .ifPresent(look -> Askings.throwIfAny(CorrectionRules.againstAskingMore(look.requirements(), asked)));

        corrections.add(
                before.key(),
                new Correction(Correction.State.OPEN, dueOn, given, corrections.consequence(), now, null, asked),
                actor.subject());
        if (before.pendingReviews() > 0) {
            requests.settle(before.key(), Set.copyOf(event.requirements()), now);
        }
        Application after = desk.write(before, Change.closed(before, next), 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "request-correction", after, BASIS);
        return after;
    }

    private static void requireInTime(Application before, LocalDate today) {
        if (before.isOverdue(today)) {
            throw new ProblemException(
                    ApplicationProblem.ACCEPTED_BY_SILENCE,
                    Objects.requireNonNull(before.due()).statutoryOn().toString(),
                    Objects.requireNonNull(before.waitingSince()).toString());
        }
    }
}
