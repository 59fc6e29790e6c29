package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step writes into the application's row besides its version and event count. */
public final class Change {

    private final Status status;
    private final Mover mover;
    private final @Nullable Due due;
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    private Change(Application before, Status status, Mover mover, @Nullable Due due) {
        this.status = status;
        this.mover = mover;
        this.due = due;
        if (status != before.status()) {
            set("status", status.name());
        }
        if (mover != before.mover()) {
            set("mover", mover.name());
            if (before.staffing().officer() != null) {
                set("officer", null);
            }
        }
    }

    /** A step after which the same limit runs on. */
    public static Change of(Application before, Status status, Mover mover) {
        return new Change(before, status, mover, before.due());
    }

    /** A step with which a limit begins. */
    public static Change waiting(Application before, Status status, Mover mover, Due due, LocalDate since) {
        return new Change(before, status, mover, due).writeDue(due, since);
    }

    /** A step after which nothing is waited for. */
    public static Change closed(Application before, Status status) {
        return new Change(before, status, status.mover(), null).writeDue(null, null);
    }

    /** Adds a column; the name comes from the code, never from a caller. */
    public Change set(String column, @Nullable Object value) {
        columns.put(column, value instanceof Instant instant ? UtcTime.of(instant) : value);
        return this;
    }

    Status status() {
        return status;
    }

    Mover mover() {
        return mover;
    }

    @Nullable Due due() {
        return due;
    }

    Map<String, @Nullable Object> columns() {
        return Collections.unmodifiableMap(columns);
    }

    private Change writeDue(@Nullable Due written, @Nullable LocalDate since) {
        set("waiting_since", since);
        set("due_on", written == null ? null : written.on());
        set("statutory_due_on", written == null ? null : written.statutoryOn());
        set("clock_moved", false);
        set("clock_paused", false);
        set("due_alert", 0);
        set("due_provisional", written != null && written.provisional());
        set("due_calendar", written == null ? null : written.calendar());
        return set("due_basis", written == null ? null : written.basis());
    }
}
