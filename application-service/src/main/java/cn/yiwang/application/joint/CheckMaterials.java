package cn.yiwang.application.joint;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent.MaterialsChecked;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewRequest.Wish;
import cn.yiwang.application.review.ReviewRequests;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.Stage;
import cn.yiwang.application.review.ReviewTask.State;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes down what a consulted department misses in the materials: only what the guide asks for, and never sent to the applicant by
 * itself. An empty list says that it misses nothing. Another department's answer does not get in the way.
 */
@Component
class CheckMaterials {

    private final Desk desk;
    private final ReviewTasks tasks;
    private final ReviewRequests requests;

    CheckMaterials(Desk desk, ReviewTasks tasks, ReviewRequests requests) {
        this.desk = desk;
        this.tasks = tasks;
        this.requests = requests;
    }

    /** Stores it; runs in the caller's transaction. */
    Application check(Actor actor, UUID id, long seen, List<Wish> wishes) {
        Application before = desk.lock(actor, id);
        if (seen > before.version()) {
            throw new StaleVersionException();
        }
        String department = actor.department();
        if (department == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        desk.officers().requireMayReview(actor, before.key(), before.staffing());
        requireInGuide(desk.guide(before), wishes);
        MaterialsChecked event = new MaterialsChecked(department);
        if (before.status() != Status.SUBMITTED || !tasks.check(before.asked(), department, seen)) {
            throw whyNot(before, department, seen);
        }
        Instant now = desk.now();
        if (!wishes.isEmpty()) {
            requests.addAll(before.key(), department, wishes, actor.subject(), now);
        }
        Application after = desk.write(before, Change.of(before, before.next(event), before.mover()), 1, now);
        String note = String.valueOf(wishes.size());
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, note, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "check-materials", after, note);
        return after;
    }

    /** Nothing outside the guide, and each material once. */
    private static void requireInGuide(Guide guide, List<Wish> wishes) {
        for (int i = 0; i < wishes.size(); i++) {
            String code = wishes.get(i).materialCode();
            String place = "/requests/" + i + "/materialCode";
            if (guide.material(code).isEmpty()) {
                throw new ProblemException(ApplicationProblem.MATERIAL_OUTSIDE_GUIDE)
                        .at(place, "material.outside-guide");
            }
            if (wishes.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.materialCode().equals(code))) {
                throw new ProblemException(CommonProblem.INVALID_REQUEST).at(place, "invalid-value");
            }
        }
    }

    private RuntimeException whyNot(Application application, String department, long seen) {
        ReviewTask task = tasks.find(application.key(), department).orElse(null);
        if (task == null) {
            return new ProblemException(CommonProblem.FORBIDDEN);
        }
        boolean open = task.state() == State.OPEN && task.stage() == Stage.CHECK;
        return open || task.changedVersion() > seen
                ? new StaleVersionException()
                : new ProblemException(
                        ApplicationProblem.STEP_NOT_ALLOWED,
                        application.status().label());
    }
}
