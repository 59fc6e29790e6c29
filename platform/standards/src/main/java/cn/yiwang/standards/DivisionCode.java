package cn.yiwang.standards;

import cn.yiwang.standards.InvalidCodeException.Kind;
import java.util.Optional;

/**
 * A code of an administrative division down to the county (行政区划代码, GB/T 2260): two digits each for province, prefecture
 * and county. Whether the division exists on a day is asked of {@link cn.yiwang.standards.division.Divisions}.
 *
 * @throws InvalidCodeException when the text is not such a code
 */
public record DivisionCode(String value) {

    /** The 34 provinces of GB/T 2260. */
    static final String PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])";

    private static final Shape SHAPE =
            Shape.of(Kind.DIVISION, 6, "[0-9]+", PROVINCE + "(?:0000|(?!00)\\d\\d00|(?!00)\\d\\d(?!00)\\d\\d)");

    public DivisionCode {
        SHAPE.check(value);
    }

    public static boolean isValid(String text) {
        return InvalidCodeException.accepts(() -> new DivisionCode(text));
    }

    /** The prefecture of a county, the province of a prefecture, nothing for a province. */
    public Optional<DivisionCode> parent() {
        if (value.endsWith("0000")) {
            return Optional.empty();
        }
        int kept = value.endsWith("00") ? 2 : 4;
        return Optional.of(new DivisionCode(value.substring(0, kept) + "0".repeat(6 - kept)));
    }

    /** Whether the other division is this one or lies inside it. */
    public boolean contains(DivisionCode other) {
        String prefix =
                value.endsWith("0000") ? value.substring(0, 2) : value.endsWith("00") ? value.substring(0, 4) : value;
        return other.value.startsWith(prefix);
    }

    @Override
    public String toString() {
        return value;
    }
}
