package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;

/**
 * The code of an item as one body carries it out (实施编码), 31 characters: the body's credit code, the level at which it acts,
 * the base code.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record ImplementationCode(String value) {

    static final int LENGTH = 31;
    private static final Shape SHAPE =
            Shape.of(Kind.IMPLEMENTATION_CODE, LENGTH, "[0-9A-Z]+", "[0-9A-Z]{18}[1-6][0-9A-Z]{12}");

    public ImplementationCode {
        SHAPE.check(value);
        new CreditCode(value.substring(0, 18));
        new BaseCode(value.substring(19));
    }

    public static ImplementationCode of(CreditCode body, ServiceLevel level, BaseCode baseCode) {
        return new ImplementationCode(body.value() + level.code() + baseCode.value());
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new ImplementationCode(text));
    }

    public CreditCode body() {
        return new CreditCode(value.substring(0, 18));
    }

    public ServiceLevel level() {
        return ServiceLevel.ofCode(value.substring(18, 19));
    }

    public BaseCode baseCode() {
        return new BaseCode(value.substring(19));
    }

    @Override
    public String toString() {
        return value;
    }
}
