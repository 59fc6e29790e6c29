package cn.yiwang.localstack.demo;

import java.io.Serial;

/** A step did not come out as it should. */
final class StepFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StepFailedException(String message) {
        super(message);
    }

    StepFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
