package cn.yiwang.starter.messaging;

/** A message that is not an event at all. */
public final class MalformedEventException extends RuntimeException {

    MalformedEventException(String message) {
        super(message);
    }

    /** The same finding about a message that was read before. */
    public static MalformedEventException because(String reason) {
        return new MalformedEventException(reason);
    }
}
