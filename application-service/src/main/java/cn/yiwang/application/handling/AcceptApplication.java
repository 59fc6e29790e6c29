package cn.yiwang.application.handling;

import cn.yiwang.application.commitment.PromisedMaterials;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptanceDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptedForFirstReview;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Transitions;
import cn.yiwang.application.review.ReviewRequests;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.Stage;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an application in: the clock of the decision starts, and every department that the guide names is asked at once. */
@Component
public class AcceptApplication {

    private final Desk desk;
    private final ReviewTasks tasks;
    private final ReviewRequests requests;
    private final PromisedMaterials promises;

    AcceptApplication(Desk desk, ReviewTasks tasks, ReviewRequests requests, PromisedMaterials promises) {
        this.desk = desk;
        this.tasks = tasks;
        this.requests = requests;
        this.promises = promises;
    }

    /** The accepted application and what the departments were asked. */
    public record Accepted(Application application, List<ReviewTask> tasks) {

        public Accepted {
            tasks = List.copyOf(tasks);
        }
    }

    /** Stores it; runs in the caller's transaction. */
    public Accepted accept(Actor actor, UUID id, long seen) {
        Application before = desk.openAsCompetent(actor, id, seen);
        LocalDate today = Desk.day(desk.now());
        return before.status().limit() == Limit.ACCEPTANCE && before.isOverdue(today)
                ? deem(actor, before)
                : accept(actor, before, new Moment(today, desk.now(), false));
    }

    /**
     * Takes in an application over which the body was silent beyond the last day of the law: accepted since the day of receipt
     * (Administrative Licensing Law Art. 32(4)). Runs in the caller's transaction.
     *
     * @return empty when it does not wait for acceptance any more, or its last day is not over
     */
    public Optional<Accepted> deemAccepted(UUID id) {
        Application before = desk.lock(id);
        return before.status().limit() == Limit.ACCEPTANCE && before.isOverdue(Desk.day(desk.now()))
                ? Optional.of(deem(null, before))
                : Optional.empty();
    }

    /** A clerk who accepts too late only writes down what the law did. */
    private Accepted deem(@Nullable Actor actor, Application before) {
        LocalDate receipt = Objects.requireNonNull(before.waitingSince());
        Instant received = desk.applications().receivedAt(before);
        return accept(actor, before, new Moment(receipt, received, true));
    }

    private Accepted accept(@Nullable Actor actor, Application before, Moment moment) {
        Guide guide = desk.guide(before);
        boolean first = !guide.deciding().body().equals(before.body());
        ApplicationEvent event = moment.event(first);
        Status reviewed = before.next(event);
        List<ReviewPart> parts =
                before.committed() && guide.decidesOnTheSpot() ? List.of() : guide.reviewParts(before.body());

        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        Due due = desk.dueDates().of(first ? Limit.FIRST_REVIEW : Limit.DECISION, guide, moment.day());
        ReviewsCompleted nobodyAsked = new ReviewsCompleted(null, null);
        Status next = parts.isEmpty()
                ? Transitions.table().next(reviewed, nobodyAsked).orElseThrow()
                : reviewed;
        Change change = Change.waiting(before, next, next.mover(), due, moment.day())
                .set("accepted_at", moment.at())
                .set("pending_reviews", parts.size());
        Application accepted = desk.applications().write(before, change, 1, now);
        if (before.promisedMaterials() > 0) {
            promises.begin(before.key(), moment.day());
        }

        List<ReviewTask> asked =
                parts.stream().map(part -> task(accepted, part, due, today)).toList();
        if (before.pendingReviews() > 0) {
            goOnFromChecks(accepted, asked, parts, due, now);
        } else if (!asked.isEmpty()) {
            tasks.addAll(accepted.asked(), asked, now);
        }
        HistoryEntry line = desk.journal().entry(event, before.status(), accepted, actor, null, now);
        if (asked.isEmpty()) {
            desk.journal()
                    .write(
                            accepted,
                            line.leadingTo(reviewed),
                            desk.journal().entry(nobodyAsked, reviewed, accepted, null, null, now));
        } else {
            desk.journal().write(accepted, line);
        }
        desk.journal().publish(accepted, guide.version(), event);
        desk.journal().audit(actor, "accept-application", accepted, due.basis());
        return new Accepted(accepted, asked);
    }

    /** When it counts as accepted, by whom or by the body's silence. */
    private record Moment(LocalDate day, Instant at, boolean bySilence) {

        ApplicationEvent event(boolean first) {
            if (first) {
                return bySilence ? new FirstReviewDeemed(day) : new AcceptedForFirstReview();
            }
            return bySilence ? new AcceptanceDeemed(day) : new ApplicationAccepted();
        }
    }

    /** Departments that were consulted before acceptance have their tasks already; what they wanted and nobody asked for is settled. */
    private void goOnFromChecks(
            Application accepted, List<ReviewTask> asked, List<ReviewPart> parts, Due decision, Instant now) {
        String competent = accepted.body();
        List<ReviewTask> own = asked.stream()
                .filter(task -> task.department().equals(competent))
                .toList();
        if (!own.isEmpty()) {
            tasks.addAll(accepted.asked(), own, now);
        }
        for (ReviewPart part : parts) {
            if (!part.department().code().equals(competent)) {
                Due due = desk.dueDates().of(part, decision, Desk.day(now));
                tasks.begin(accepted.asked(), part.department().code(), due, now);
            }
        }
        requests.settle(accepted.key(), Set.of(), now);
    }

    private ReviewTask task(Application accepted, ReviewPart part, Due decision, LocalDate today) {
        return ReviewTask.open(
                part.department().code(),
                part.name(),
                accepted.version(),
                Stage.REVIEW,
                desk.dueDates().of(part, decision, today));
    }
}
