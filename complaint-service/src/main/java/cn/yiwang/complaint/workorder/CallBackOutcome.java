package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.WorkOrderEvent;

/** What the person said when called back. */
public enum CallBackOutcome {
    SOLVED,
    UNSOLVED,
    UNREACHABLE;

    WorkOrderEvent event() {
        return switch (this) {
            case SOLVED -> new WorkOrderEvent.CalledBackSolved();
            case UNSOLVED -> new WorkOrderEvent.CalledBackUnsolved();
            case UNREACHABLE -> new WorkOrderEvent.CalledBackUnreachable();
        };
    }
}
