package cn.yiwang.application.inspection;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.officer.Officers;
import cn.yiwang.application.officer.Staffing;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records what was found when the substance of an application was checked, for which the law wants two officers or more (行政许可法
 * 第三十四条第三款). One records it and names the other, who confirms it with their own hand; no opinion is given before.
 */
@Component
class Inspect {

    private static final String BASIS = "行政许可法第三十四条第三款";

    private final Desk desk;
    private final ReviewTasks tasks;
    private final Inspections inspections;
    private final Officers officers;

    Inspect(Desk desk, ReviewTasks tasks, Inspections inspections, Officers officers) {
        this.desk = desk;
        this.tasks = tasks;
        this.inspections = inspections;
        this.officers = officers;
    }

    /** What the first officer writes down. */
    record Findings(
            Inspection.Kind kind,
            LocalDate heldOn,
            @Nullable String place,
            String findings,
            boolean passed,
            String secondOfficer) {}

    /** Stores it; runs in the caller's transaction. */
    Application inspect(Actor actor, UUID id, long seen, Findings found) {
        Application before = openAsReviewing(actor, id, seen);
        Instant now = desk.now();
        if (found.secondOfficer().equals(actor.subject())) {
            throw new ProblemException(ApplicationProblem.TWO_OFFICERS_NEEDED).at("/secondOfficer", "officer.the-same");
        }
        if (found.heldOn().isAfter(Desk.day(now))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/heldOn", "invalid-value");
        }
        inspections.add(
                before.key(),
                new Inspection(
                        Ids.next(),
                        String.valueOf(actor.department()),
                        found.kind(),
                        found.heldOn(),
                        found.place(),
                        found.findings(),
                        found.passed(),
                        actor.subject(),
                        found.secondOfficer(),
                        now,
                        null));
        return write(actor, before, "inspected", before.staffing().inspectionsOpen() + 1, now);
    }

    /** By the officer who was named as the second. */
    Application confirm(Actor actor, UUID id, long seen, UUID inspectionId) {
        Application before = openAsReviewing(actor, id, seen);
        Inspection inspection = inspections
                .find(before.key(), inspectionId)
                .filter(found -> found.department().equals(actor.department()))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (!inspection.secondOfficer().equals(actor.subject())) {
            throw new ProblemException(ApplicationProblem.TWO_OFFICERS_NEEDED);
        }
        if (inspection.confirmedAt() != null) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        Instant now = desk.now();
        inspections.confirm(inspectionId, now);
        return write(actor, before, "inspection-confirmed", before.staffing().inspectionsOpen() - 1, now);
    }

    /** Each department reads its own, the competent body all. */
    List<Inspection> read(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        boolean everything = Access.isCompetent(actor, application);
        return inspections.of(application.key()).stream()
                .filter(found -> everything || found.department().equals(actor.department()))
                .toList();
    }

    /** Only a department whose review is awaited inspects, and nobody who is kept out of it. */
    private Application openAsReviewing(Actor actor, UUID id, long seen) {
        Application before = desk.open(actor, id, seen);
        Status status = before.status();
        if (status != Status.UNDER_REVIEW && status != Status.FIRST_REVIEW) {
            throw new ProblemException(ApplicationProblem.STEP_NOT_ALLOWED, status.label());
        }
        boolean asked = tasks.find(before.key(), String.valueOf(actor.department()))
                .filter(task -> task.state() == ReviewTask.State.OPEN)
                .isPresent();
        if (!asked) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        officers.requireMayReview(actor, before.key(), before.staffing());
        return before;
    }

    private Application write(Actor actor, Application before, String event, int open, Instant now) {
        Staffing staffing = before.staffing();
        Change change = Change.of(before, before.status(), before.mover())
                .set("inspections_open", open)
                .set("reviewers", staffing.reviewersWith(actor.subject()));
        Application after = desk.write(before, change, 0, now);
        desk.journal().write(after, desk.journal().noted(event, after, actor, now));
        desk.journal().audit(actor, event, after, BASIS);
        return after;
    }
}
