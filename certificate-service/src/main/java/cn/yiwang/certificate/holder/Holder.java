package cn.yiwang.certificate.holder;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom a certificate is for, and the further lines written on it. The text form gives nothing away.
 *
 * @param fields lines such as 经营地址 by their caption
 * @throws cn.yiwang.standards.InvalidCodeException when the code is not valid
 * @throws InvalidHolderException when anything else is wrong
 */
public record Holder(String name, String code, HolderCodeType codeType, SortedMap<String, String> fields) {

    static final int MAX_NAME = 200;
    static final int MAX_FIELDS = 50;
    static final int MAX_CAPTION = 50;
    static final int MAX_TEXT = 500;

    public Holder {
        codeType.check(code);
        require(isLine(name, MAX_NAME) && !name.isBlank(), "holderName");
        require(fields.size() <= MAX_FIELDS, "fields");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            require(isLine(field.getKey(), MAX_CAPTION) && !field.getKey().isBlank(), "the caption of a field");
            require(isLine(field.getValue(), MAX_TEXT), "a field");
        }
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public HolderKind kind() {
        return codeType.kind();
    }

    /**
     * The name for everybody's eyes: a person keeps the first character. The name of an organization that holds a licence is
     * public anyway (行政许可法 40).
     */
    public String publicName() {
        return switch (kind()) {
            case ORGANIZATION -> name;
            case PERSON -> name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        };
    }

    @Override
    public String toString() {
        return "Holder[" + kind() + "]";
    }

    private static boolean isLine(String text, int maximum) {
        return text.codePointCount(0, text.length()) <= maximum
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static void require(boolean holds, String part) {
        if (!holds) {
            throw new InvalidHolderException(part + " is empty, too long or not one line of plain text");
        }
    }
}
