package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an application.
 *
 * @param actor the subject that did it, which only staff get to see
 * @param department the body it was done for, null when the applicant or a machine did it
 * @param mandate under which the actor acted for the applicant, null when nobody acted for another
 * @param note a code that belongs to the event, such as a department's outcome
 * @param dueOn when the status that began with it is due
 */
public record HistoryEntry(
        String event,
        Status from,
        Status to,
        String actor,
        String actorType,
        @Nullable String department,
        @Nullable UUID mandate,
        @Nullable String note,
        @Nullable LocalDate dueOn,
        Instant at) {

    public HistoryEntry leadingTo(Status status) {
        return new HistoryEntry(event, from, status, actor, actorType, department, mandate, note, dueOn, at);
    }
}
