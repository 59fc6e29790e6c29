package cn.yiwang.certificate.type;

/** A request lacks what its certificate's number is made of; the message names the part and nobody's data. */
public final class NumberNotComposableException extends IllegalArgumentException {

    NumberNotComposableException(String message) {
        super(message);
    }
}
