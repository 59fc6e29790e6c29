package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Transitions;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes an application in: the clock of the decision starts, and every department that the guide names is asked at once. */
@Component
public class AcceptApplication {

    private final Desk desk;
    private final ReviewTasks tasks;

    AcceptApplication(Desk desk, ReviewTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
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
        ApplicationAccepted event = new ApplicationAccepted();
        Status reviewed = before.next(event);
        Guide guide = desk.guide(before);
        List<ReviewPart> parts = guide.reviewParts();

        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        Due due = desk.dueDates().of(Limit.DECISION, guide, today);
        ReviewsCompleted nobodyAsked = new ReviewsCompleted(null, null);
        Status next = parts.isEmpty()
                ? Transitions.table().next(reviewed, nobodyAsked).orElseThrow()
                : reviewed;
        Change change = Change.waiting(before, next, next.mover(), due, today)
                .set("accepted_at", now)
                .set("pending_reviews", parts.size());
        Application accepted = desk.applications().write(before, change, 1, now);

        List<ReviewTask> asked =
                parts.stream().map(part -> task(accepted, part, due, today)).toList();
        if (!asked.isEmpty()) {
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

    private ReviewTask task(Application accepted, ReviewPart part, Due decision, LocalDate today) {
        Due due = desk.dueDates().of(part, decision, today);
        return new ReviewTask(
                Ids.next(),
                part.department().code(),
                part.name(),
                ReviewTask.State.OPEN,
                accepted.version(),
                null,
                null,
                due.on(),
                due.provisional());
    }
}
