package cn.yiwang.certificate.holder;

/** A holder cannot be written on a certificate; the message says which part is wrong and never what it says. */
public final class InvalidHolderException extends IllegalArgumentException {

    InvalidHolderException(String message) {
        super(message);
    }
}
