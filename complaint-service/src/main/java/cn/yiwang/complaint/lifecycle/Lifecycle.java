package cn.yiwang.complaint.lifecycle;

import static cn.yiwang.complaint.lifecycle.Status.AWAITING_CALL_BACK;
import static cn.yiwang.complaint.lifecycle.Status.AWAITING_CLOSING;
import static cn.yiwang.complaint.lifecycle.Status.AWAITING_DISPATCH;
import static cn.yiwang.complaint.lifecycle.Status.CLOSED;
import static cn.yiwang.complaint.lifecycle.Status.IN_HANDLING;

import cn.yiwang.complaint.lifecycle.WorkOrderEvent.Answered;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.CalledBackSolved;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.CalledBackUnreachable;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.CalledBackUnsolved;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.Closed;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.ClosedUnconfirmed;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.Dispatched;
import cn.yiwang.starter.lifecycle.TransitionTable;

/**
 * The loop of the hotline: dispatch, handling, answer, call-back, closing.
 *
 * <p>An answer alone never closes a work order: the person's word does, or a ground that is on record.
 */
public final class Lifecycle {

    public static final TransitionTable<Status, WorkOrderEvent> TABLE =
            TransitionTable.<Status, WorkOrderEvent>startingIn(AWAITING_DISPATCH)
                    .from(AWAITING_DISPATCH)
                    .on(Dispatched.class)
                    .to(IN_HANDLING)
                    .from(IN_HANDLING)
                    .on(Answered.class)
                    .to(AWAITING_CALL_BACK)
                    .from(AWAITING_CALL_BACK)
                    .on(CalledBackSolved.class)
                    .to(AWAITING_CLOSING)
                    .on(CalledBackUnsolved.class)
                    .to(AWAITING_DISPATCH)
                    .on(CalledBackUnreachable.class)
                    .to(AWAITING_CALL_BACK)
                    .on(ClosedUnconfirmed.class)
                    .to(CLOSED)
                    .from(AWAITING_CLOSING)
                    .on(Closed.class)
                    .to(CLOSED)
                    .table();

    private Lifecycle() {}
}
