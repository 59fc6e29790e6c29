package cn.yiwang.application.joint;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Office;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.HistoryEntry;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationForwarded;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Transitions;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.Stage;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Passes an application on, with the first opinion and all materials, to the body that decides (行政许可法第三十五条). That body gets what
 * was handed in and has no step by which it could ask for it again.
 */
@Component
class ForwardApplication {

    private static final String BASIS = "行政许可法第三十五条";

    private final Desk desk;
    private final ReviewTasks tasks;

    ForwardApplication(Desk desk, ReviewTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /** Stores it; runs in the caller's transaction. */
    Application forward(Actor actor, UUID id, long seen) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationForwarded event = new ApplicationForwarded(before.body());
        Status reviewed = before.next(event);
        if (before.pendingReviews() > 0) {
            throw new ProblemException(ApplicationProblem.FIRST_REVIEW_OPEN);
        }
        Guide guide = desk.guide(before);
        Office upper = guide.deciding();
        List<ReviewPart> parts = guide.reviewParts(upper.body());
        ReviewsCompleted nobodyAsked = new ReviewsCompleted(null, null);
        Status next = parts.isEmpty()
                ? Transitions.table().next(reviewed, nobodyAsked).orElseThrow()
                : reviewed;

        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        Due due = desk.dueDates().of(Limit.DECISION, guide, today);
        Change change = Change.waiting(before, next, next.mover(), due, today)
                .set("first_body", before.body())
                .set("first_division", before.division())
                .set("body", upper.body())
                .set("division", upper.division())
                .set("pending_reviews", parts.size());
        Application after = desk.write(before, change, 1, now);
        if (!parts.isEmpty()) {
            tasks.addAll(after.asked(), asked(after, parts, due, today), now);
        }
        HistoryEntry line = desk.journal().entry(event, before.status(), after, actor, null, now);
        if (parts.isEmpty()) {
            desk.journal()
                    .write(
                            after,
                            line.leadingTo(reviewed),
                            desk.journal().entry(nobodyAsked, reviewed, after, null, null, now));
        } else {
            desk.journal().write(after, line);
        }
        desk.journal().publish(after, guide.version(), event);
        desk.journal().audit(actor, "forward-application", after, BASIS);
        return after;
    }

    private List<ReviewTask> asked(Application after, List<ReviewPart> parts, Due decision, LocalDate today) {
        return parts.stream()
                .map(part -> ReviewTask.open(
                        part.department().code(),
                        part.name(),
                        after.version(),
                        Stage.REVIEW,
                        desk.dueDates().of(part, decision, today)))
                .toList();
    }
}
