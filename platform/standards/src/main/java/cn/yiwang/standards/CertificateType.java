package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;

/**
 * The code of a kind of certificate (证照类型代码, GB/T 36904): the credit code of the authority that defined it and three digits.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record CertificateType(String value) {

    private static final Shape SHAPE = Shape.of(Kind.CERTIFICATE_TYPE, 21, "[0-9A-Z]+", "[0-9A-Z]{18}(?!000)\\d{3}");

    public CertificateType {
        SHAPE.check(value);
        new CreditCode(value.substring(0, 18));
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new CertificateType(text));
    }

    /** The body that defined this kind of certificate, which need not be the one that issues it. */
    public CreditCode definedBy() {
        return new CreditCode(value.substring(0, 18));
    }

    @Override
    public String toString() {
        return value;
    }
}
