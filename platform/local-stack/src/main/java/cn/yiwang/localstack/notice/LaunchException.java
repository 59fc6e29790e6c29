package cn.yiwang.localstack.notice;

import java.io.Serial;

/** Something stands in the way; the message says what, and how to mend it. */
public final class LaunchException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
