package cn.yiwang.standards.calendar;

/** A holiday notice contradicts itself or is incomplete; the message says where. */
public final class InvalidNoticeException extends IllegalArgumentException {

    InvalidNoticeException(String message) {
        super(message);
    }
}
