package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Status;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a work order.
 *
 * @param event what, in the words of the published event type: {@code filed}, {@code dispatched} and so on
 * @param actor the account of whoever did it; null for somebody without one
 * @param body the body that it was dispatched to or that answered
 * @param note the instruction, answer or ground
 */
public record HistoryEntry(
        String event,
        Status status,
        @Nullable String actor,
        @Nullable String body,
        @Nullable LocalDate dueOn,
        @Nullable String note,
        Instant occurredAt) {}
