package cn.yiwang.catalog.transfer.table;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file, or the rest of it, cannot be read. */
public final class UnreadableFileException extends RuntimeException {

    private final Reason reason;
    private final List<Object> arguments;

    /** Why; the text of each lies in the bundle of findings under its code. */
    public enum Reason {
        FILE_FORMAT_UNKNOWN,
        OLD_EXCEL_FORMAT,
        ENCODING_UNKNOWN,
        FILE_DAMAGED,
        FILE_EXPANDS_TOO_MUCH,
        CELL_BEYOND_BOUNDS,
        EXTERNAL_ENTITIES,
        TABLE_TWICE,
        ITEM_TOO_LARGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public UnreadableFileException(Reason reason, @Nullable Throwable cause, Object... arguments) {
        super(reason.code(), cause);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
