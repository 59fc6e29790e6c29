package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): registering department, category, six digits of division,
 * nine of organisation, one check character.
 *
 * <p>The inner check character of the organisation code (GB 11714) is not demanded: genuine old codes break it. A citizen's
 * id number has the same length and, once in a while, the same check character; it is refused.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record CreditCode(String value) {

    private static final String SYMBOL = "[" + CheckCharacters.CREDIT_SYMBOLS + "]";
    /** 100000 is the division of bodies and organisations registered with the State. */
    private static final Shape SHAPE = Shape.of(
            Kind.CREDIT_CODE,
            18,
            SYMBOL + "+",
            "[1-9ANY][1-9A-Y](?:100000|" + DivisionCode.PROVINCE + "\\d{4})" + SYMBOL + "{10}");

    public CreditCode {
        SHAPE.check(value);
        SHAPE.require(!CitizenId.isValid(value), Reason.STRUCTURE);
        SHAPE.require(CheckCharacters.creditCode(value.substring(0, 17)) == value.charAt(17), Reason.CHECK_CHARACTER);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new CreditCode(text));
    }

    /** Six digits of the division of registration, as of the day of registration: a former code is possible. */
    public String division() {
        return value.substring(2, 8);
    }

    @Override
    public String toString() {
        return value;
    }
}
