package cn.yiwang.certificate.certificate;

/** A certificate cannot be issued as asked for; the message tells an operator why and names nobody. */
public final class CannotBeIssuedException extends RuntimeException {

    public CannotBeIssuedException(String message) {
        super(message);
    }
}
