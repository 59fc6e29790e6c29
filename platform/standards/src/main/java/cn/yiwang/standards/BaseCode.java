package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;

/**
 * The code of an item in the catalog (基本编码), twelve characters: who set it (00 the State, else a province), item type,
 * department, main item, sub item. An item set by a province numbers its sub items W00, W01 and so on; others use digits.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record BaseCode(String value) {

    static final int LENGTH = 12;
    private static final String TYPE = "(?:0[1-9]|10|20)";
    private static final Shape SHAPE = Shape.of(
            Kind.BASE_CODE,
            LENGTH,
            "[0-9A-Z]+",
            "(?:00" + TYPE + "\\d{8}|" + DivisionCode.PROVINCE + TYPE + "\\d{5}[0-9A-Z]\\d{2})");

    public BaseCode {
        SHAPE.check(value);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new BaseCode(text));
    }

    public ItemType type() {
        return ItemType.ofCode(value.substring(2, 4));
    }

    public boolean isNational() {
        return value.startsWith("00");
    }

    /** Two digits: 72 drugs, 31 market regulation, 17 housing and so on. */
    public String department() {
        return value.substring(4, 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
