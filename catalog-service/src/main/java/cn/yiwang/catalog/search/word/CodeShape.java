package cn.yiwang.catalog.search.word;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether a query is a code or a part of one. */
public final class CodeShape {

    /** Fewer characters than this are no part of a code that anybody could mean. */
    public static final int SHORTEST = 4;

    private static final int FEWEST_DIGITS = 3;
    private static final Pattern PART = Pattern.compile("[0-9A-Z]{" + SHORTEST + ",33}");
    private static final Pattern DIGITS = Pattern.compile("[^0-9]");

    private CodeShape() {}

    /** The code that a normalised query spells, without the hyphens and blanks people put in. */
    public static Optional<String> of(String normalised) {
        var code = normalised.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return PART.matcher(code).matches()
                        && DIGITS.matcher(code).replaceAll("").length() >= FEWEST_DIGITS
                ? Optional.of(code)
                : Optional.empty();
    }
}
