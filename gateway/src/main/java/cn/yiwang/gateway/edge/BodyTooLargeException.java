package cn.yiwang.gateway.edge;

/** A request body grew over the limit while it was read. */
public class BodyTooLargeException extends RuntimeException {

    BodyTooLargeException() {
        super("the request body is over the limit", null, false, false);
    }
}
