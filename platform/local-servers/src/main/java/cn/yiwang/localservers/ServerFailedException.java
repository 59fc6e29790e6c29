package cn.yiwang.localservers;

import java.io.Serial;

/** A server could not be started or asked; the message ends with the last lines of its own log, where there is one. */
public final class ServerFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServerFailedException(String message) {
        super(message);
    }

    ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
