package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Role;

/** What somebody is to do with an application. */
enum Task {
    ACCEPT("受理"),
    CHECK("材料核对"),
    REVIEW("审查"),
    FORWARD("报送"),
    DECIDE("决定"),
    RESUME("恢复"),
    DELIVER("送达");

    private final String label;

    Task(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Task of(Role desk, Status status) {
        return switch (status) {
            case SUBMITTED -> desk == Role.REVIEWER ? CHECK : ACCEPT;
            case CORRECTED -> ACCEPT;
            case UNDER_REVIEW -> REVIEW;
            case FIRST_REVIEW -> FORWARD;
            case AWAITING_DECISION -> DECIDE;
            case SUSPENDED -> RESUME;
            case GRANTED, PARTLY_GRANTED -> DELIVER;
            case DRAFT, CORRECTION_REQUESTED, NOT_ACCEPTED, TERMINATED, DELIVERED, REFUSED, WITHDRAWN ->
                throw new IllegalStateException(status + " waits for no member of staff");
        };
    }
}
