package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Transitions;
import cn.yiwang.application.officer.Staffing;
import cn.yiwang.application.review.ReviewedCase;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its steps see it.
 *
 * @param guideKey the guide version it is pinned to
 * @param eventCount how many events were published about it
 * @param pendingReviews how many departments have not answered yet
 * @param objections how many departments answered no
 * @param waitingSince the day on which the limit that runs began
 * @param promisedMaterials how many materials that come later are outstanding
 * @param committed whether a commitment stands in for proof
 */
public record Application(
        long key,
        UUID id,
        @Nullable String number,
        long guideKey,
        String itemCode,
        String body,
        String division,
        Status status,
        Mover mover,
        long version,
        int eventCount,
        int pendingReviews,
        int objections,
        @Nullable Due due,
        @Nullable LocalDate waitingSince,
        int promisedMaterials,
        boolean committed,
        Staffing staffing) {

    /** Ends the call with 412 unless the caller saw this version. */
    public Application requireVersion(long seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
        return this;
    }

    /** Where the event leads; 409 when it may not happen now. */
    public Status next(ApplicationEvent event) {
        return Transitions.table()
                .next(status, event)
                .orElseThrow(() -> new ProblemException(ApplicationProblem.STEP_NOT_ALLOWED, status.label()));
    }

    /** Whether the last day that the law leaves for this status has passed. */
    public boolean isOverdue(LocalDate today) {
        return due != null && today.isAfter(due.statutoryOn());
    }

    /** The number, which every application has from its submission on. */
    public String givenNumber() {
        if (number == null) {
            throw new IllegalStateException("A draft has no number");
        }
        return number;
    }

    /** What its review tasks know of it. */
    public ReviewedCase asked() {
        return new ReviewedCase(key, id, givenNumber(), guideKey, division, version);
    }
}
