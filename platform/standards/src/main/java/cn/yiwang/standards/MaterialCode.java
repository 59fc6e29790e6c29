package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;

/**
 * The code of a material that an item asks for (材料编码), 17 characters: M, base code, the business item's sequence, the
 * material's own sequence.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record MaterialCode(String value) {

    private static final Shape SHAPE =
            Shape.of(Kind.MATERIAL_CODE, 17, "[0-9A-Z]+", "M[0-9A-Z]{12}(?!00)\\d{2}(?!00)\\d{2}");

    public MaterialCode {
        SHAPE.check(value);
        new BaseCode(value.substring(1, 13));
    }

    /** Joins the parts; both sequences keep their leading zero. */
    public static MaterialCode of(BaseCode baseCode, String itemSequence, String sequence) {
        return new MaterialCode("M" + baseCode.value() + itemSequence + sequence);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new MaterialCode(text));
    }

    public BaseCode baseCode() {
        return new BaseCode(value.substring(1, 13));
    }

    /** The sequence of the business item, 01 to 99. */
    public String itemSequence() {
        return value.substring(13, 15);
    }

    /** The material's place within the business item, 01 to 99. */
    public String sequence() {
        return value.substring(15);
    }

    @Override
    public String toString() {
        return value;
    }
}
