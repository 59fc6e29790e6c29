package cn.yiwang.starter.confidential;

/** A stored value that cannot be opened: an unknown key, another context, or bytes that were changed. */
public final class ConfidentialException extends RuntimeException {

    ConfidentialException(String message) {
        super(message);
    }

    ConfidentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
