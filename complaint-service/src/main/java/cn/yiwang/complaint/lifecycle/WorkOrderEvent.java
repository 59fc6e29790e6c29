package cn.yiwang.complaint.lifecycle;

/** What can happen to a work order after it was filed. */
public sealed interface WorkOrderEvent {

    /** A dispatcher named the body that has to handle it (派单). */
    record Dispatched() implements WorkOrderEvent {}

    /** The body answered (答复). */
    record Answered() implements WorkOrderEvent {}

    /** The person was called back and says that the matter is solved (回访: 已解决). */
    record CalledBackSolved() implements WorkOrderEvent {}

    /** The person was called back and says that it is not solved: somebody has to handle it again (回访: 未解决). */
    record CalledBackUnsolved() implements WorkOrderEvent {}

    /** The person could not be reached (回访: 未联系上). */
    record CalledBackUnreachable() implements WorkOrderEvent {}

    /** The intake unit closed it after the person had confirmed the solution (办结). */
    record Closed() implements WorkOrderEvent {}

    /** The intake unit closed it without the person's word, on a stated ground (办结: 说明理由). */
    record ClosedUnconfirmed() implements WorkOrderEvent {}
}
