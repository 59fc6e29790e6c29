package cn.yiwang.standards;

import java.util.Arrays;

/** The kinds of service item (事项类型), digits three and four of a base code. */
public enum ItemType {
    LICENCE("01", "行政许可"),
    PENALTY("02", "行政处罚"),
    ENFORCEMENT("03", "行政强制"),
    LEVY("04", "行政征收"),
    PAYMENT("05", "行政给付"),
    INSPECTION("06", "行政检查"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ADJUDICATION("09", "行政裁决"),
    OTHER_POWER("10", "其他行政权力"),
    PUBLIC_SERVICE("20", "公共服务");

    private final String code;
    private final String label;

    ItemType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /**
     * The type with that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ItemType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No item type " + code));
    }
}
