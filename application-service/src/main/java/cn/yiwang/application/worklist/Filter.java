package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a worklist somebody wants to see; what is null does not narrow it.
 *
 * @param officer a subject, {@link #MINE} or {@link #POOL}
 * @param dueBefore only what is due before that day
 * @param overdue only what was due before today
 */
record Filter(
        @Nullable Status status,
        @Nullable String item,
        @Nullable String officer,
        @Nullable LocalDate dueBefore,
        boolean overdue) {

    static final Filter NONE = new Filter(null, null, null, null, false);
    static final String MINE = "me";
    static final String POOL = "none";

    private static final Set<Status> OF_REVIEWERS = EnumSet.of(Status.SUBMITTED, Status.UNDER_REVIEW);

    /** Ends the call with 400 for a status that the list of reviewers never shows. */
    Filter forDesk(Role desk) {
        if (desk == Role.REVIEWER && status != null && !OF_REVIEWERS.contains(status)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("status", "invalid-value");
        }
        return this;
    }

    Filter ofOfficer(String whose) {
        return new Filter(status, item, whose, dueBefore, overdue);
    }

    Filter onlyOverdue() {
        return new Filter(status, item, officer, dueBefore, true);
    }
}
