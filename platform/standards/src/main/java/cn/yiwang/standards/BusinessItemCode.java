package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;

/**
 * The code of what a person can actually apply for (业务办理项编码), 33 characters: an implementation code and a sequence from 01
 * to 99 that tells a first licence, a change, a renewal or a cancellation apart.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record BusinessItemCode(String value) {

    private static final Shape SHAPE = Shape.of(
            Kind.BUSINESS_ITEM_CODE,
            ImplementationCode.LENGTH + 2,
            "[0-9A-Z]+",
            "[0-9A-Z]{" + ImplementationCode.LENGTH + "}(?!00)\\d{2}");

    public BusinessItemCode {
        SHAPE.check(value);
        new ImplementationCode(value.substring(0, ImplementationCode.LENGTH));
    }

    /** Joins the parts; the sequence keeps its leading zero. */
    public static BusinessItemCode of(ImplementationCode implementation, String sequence) {
        return new BusinessItemCode(implementation.value() + sequence);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new BusinessItemCode(text));
    }

    public ImplementationCode implementation() {
        return new ImplementationCode(value.substring(0, ImplementationCode.LENGTH));
    }

    public CreditCode body() {
        return implementation().body();
    }

    public ServiceLevel level() {
        return implementation().level();
    }

    public BaseCode baseCode() {
        return implementation().baseCode();
    }

    /** Two characters, 01 to 99. */
    public String sequence() {
        return value.substring(ImplementationCode.LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
