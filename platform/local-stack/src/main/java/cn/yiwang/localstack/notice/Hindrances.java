package cn.yiwang.localstack.notice;

import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what stood in the way. */
public final class Hindrances {

    /** As the kernel words it: ENOSPC and EDQUOT. */
    private static final List<String> DISK_FULL = List.of("No space left on device", "Disk quota exceeded");

    private Hindrances() {}

    /** What went wrong, and the mend where it is known. */
    public static String of(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            message += " (" + failure.getCause() + ")";
        }
        return isDiskFull(failure)
                ? message + ": the disk is full, so make room or choose another folder with --home"
                : message;
    }

    private static boolean isDiskFull(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (DISK_FULL.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }
}
