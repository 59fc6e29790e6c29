package cn.yiwang.application.officer.web;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.officer.Recusals;
import cn.yiwang.application.officer.Recusals.Kind;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps an officer out of an application: recused (公务员法第七十六条), or out of its review as the host of its hearing. */
@Component
class KeepOut {

    private final Desk desk;
    private final Recusals recusals;
    private final ReviewTasks tasks;

    KeepOut(Desk desk, Recusals recusals, ReviewTasks tasks) {
        this.desk = desk;
        this.recusals = recusals;
        this.tasks = tasks;
    }

    /** Officers recuse themselves; the competent body's approver recuses others. */
    Application recuse(Actor actor, UUID id, long seen, String officer, String reason) {
        Application before = desk.open(actor, id, seen);
        boolean oneself = officer.equals(actor.subject());
        if (!oneself && !(actor.has(Role.APPROVER) && Access.isCompetent(actor, before))) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return keepOut(actor, before, officer, Kind.RECUSED, reason);
    }

    /** Whoever reviewed does not host the hearing, and whoever hosts it does not review (行政许可法第四十八条第一款第三项). */
    Application nameHost(Actor actor, UUID id, long seen, String officer) {
        Application before = desk.openAsCompetent(actor, id, seen);
        if (before.staffing().hasReviewed(officer)) {
            throw new ProblemException(ApplicationProblem.HOST_HAS_REVIEWED);
        }
        return keepOut(actor, before, officer, Kind.HEARING_HOST, "行政许可法第四十八条第一款第三项");
    }

    private Application keepOut(Actor actor, Application before, String officer, Kind kind, String reason) {
        Status status = before.status();
        if (status == Status.DRAFT || status.isFinal()) {
            throw new ProblemException(ApplicationProblem.STEP_NOT_ALLOWED, status.label());
        }
        Instant now = desk.now();
        if (!recusals.add(before.key(), officer, kind, reason, actor.subject(), now)) {
            throw new ProblemException(ApplicationProblem.KEPT_OUT_ALREADY);
        }
        tasks.release(before.key(), officer);
        Change change = Change.of(before, status, before.mover())
                .set("recusals", before.staffing().recusals() + 1);
        if (officer.equals(before.staffing().officer())) {
            change.set("officer", null);
        }
        Application after = desk.write(before, change, 0, now);
        String event = kind == Kind.RECUSED ? "officer-recused" : "hearing-host-named";
        desk.journal().write(after, desk.journal().noted(event, after, actor, now));
        desk.journal().audit(actor, event, after, officer);
        return after;
    }
}
