package cn.yiwang.catalog.transfer.content;

import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.InvalidCodeException;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which item a row is about: its code of 33 characters, or the parts it is made of, which agree with it where both are given.
 *
 * @param baseName the name of the base item, needed only where the catalog does not know it yet
 */
public record ItemHead(
        BusinessItemCode code, String name, @Nullable String baseName) {

    public static final String CODE = "itemCode";
    public static final String NAME = "name";
    public static final String BASE_NAME = "baseName";
    public static final String BODY = "body";
    public static final String LEVEL = "level";
    public static final String BASE_CODE = "baseCode";
    public static final String SEQUENCE = "sequence";
    public static final String TYPE = "type";

    /** The columns in the order in which they are written. */
    public static final List<String> COLUMNS = List.of(CODE, NAME, BASE_CODE, BASE_NAME, TYPE, BODY, LEVEL, SEQUENCE);

    /** Codes that a spreadsheet spoils when it takes them for numbers. */
    static final Set<String> LOSES_ZEROS = Set.of(CODE, BASE_CODE, TYPE, BODY, SEQUENCE);

    static final int LONGEST_NAME = 200;

    /** The columns of this head that have a value. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put(CODE, code.value());
        values.put(NAME, name);
        values.put(BASE_CODE, code.baseCode().value());
        if (baseName != null) {
            values.put(BASE_NAME, baseName);
        }
        values.put(TYPE, code.baseCode().type().code());
        values.put(BODY, code.body().value());
        values.put(LEVEL, code.level().code());
        values.put(SEQUENCE, code.sequence());
        return values;
    }

    /** Reads the head of a row; null with findings when it does not name an item. */
    static @Nullable ItemHead of(Map<String, String> values, Function<String, Place> places, Findings findings) {
        var reader = new Reader(values, places, findings);
        var name = reader.name(NAME, true);
        var baseName = reader.name(BASE_NAME, false);
        var code = reader.code();
        return code == null || name == null ? null : new ItemHead(code, name, baseName);
    }

    private record Reader(Map<String, String> values, Function<String, Place> places, Findings findings) {

        @Nullable BusinessItemCode code() {
            var whole = values.get(CODE);
            if (whole == null) {
                return composed();
            }
            var code = checked(CODE, whole, BusinessItemCode::new);
            if (code == null) {
                return null;
            }
            boolean agrees = agrees(BODY, code.body().value());
            agrees &= agrees(LEVEL, code.level().code());
            agrees &= agrees(BASE_CODE, code.baseCode().value());
            agrees &= agrees(SEQUENCE, code.sequence());
            agrees &= agreesWithType(code.baseCode());
            return agrees ? code : null;
        }

        private @Nullable BusinessItemCode composed() {
            var body = checked(BODY, values.get(BODY), CreditCode::new);
            var base = checked(BASE_CODE, values.get(BASE_CODE), BaseCode::new);
            var level = level();
            var sequence = values.get(SEQUENCE);
            if (sequence == null || !sequence.matches("(?!00)[0-9]{2}")) {
                findings.blocking(
                        places.apply(SEQUENCE), sequence == null ? "value-required" : "sequence-form", shown(sequence));
                return null;
            }
            return body == null || base == null || level == null || !agreesWithType(base)
                    ? null
                    : BusinessItemCode.of(ImplementationCode.of(body, level, base), sequence);
        }

        private @Nullable ServiceLevel level() {
            var text = values.get(LEVEL);
            var level = Arrays.stream(ServiceLevel.values())
                    .filter(known -> known.code().equals(text))
                    .findFirst()
                    .orElse(null);
            if (level == null) {
                findings.blocking(places.apply(LEVEL), text == null ? "value-required" : "level-unknown", shown(text));
            }
            return level;
        }

        private boolean agreesWithType(BaseCode base) {
            var type = values.get(TYPE);
            if (type != null
                    && Arrays.stream(ItemType.values())
                            .noneMatch(known -> known.code().equals(type))) {
                findings.blocking(places.apply(TYPE), "type-unknown", shown(type));
                return false;
            }
            return agrees(TYPE, base.type().code());
        }

        private boolean agrees(String column, String expected) {
            var value = values.get(column);
            if (value != null && !value.equals(expected)) {
                findings.blocking(places.apply(column), "code-parts-disagree", shown(value), expected);
                return false;
            }
            return true;
        }

        private <T> @Nullable T checked(String column, @Nullable String text, Function<String, T> code) {
            if (text == null) {
                findings.blocking(places.apply(column), "value-required");
                return null;
            }
            try {
                return code.apply(text);
            } catch (InvalidCodeException e) {
                var reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
                findings.blocking(places.apply(column), "code-" + reason, shown(text));
                return null;
            }
        }

        @Nullable String name(String column, boolean required) {
            var text = values.get(column);
            if (text == null || text.isBlank()) {
                if (required) {
                    findings.blocking(places.apply(column), "value-required");
                }
                return null;
            }
            if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
                findings.blocking(places.apply(column), "value-too-long", LONGEST_NAME);
                return null;
            }
            if (!PlainNames.isPlain(text)) {
                findings.blocking(places.apply(column), "value-characters");
                return null;
            }
            return text;
        }

        private static String shown(@Nullable String text) {
            return text == null ? "" : CellReader.shown(text);
        }
    }
}
