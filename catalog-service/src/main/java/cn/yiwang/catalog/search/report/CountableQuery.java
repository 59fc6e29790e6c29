package cn.yiwang.catalog.search.report;

import cn.yiwang.catalog.search.word.SearchText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which texts are counted. The report needs words; what may be somebody's number or address, or is so long that it tells a
 * story, is never kept.
 */
final class CountableQuery {

    static final int LONGEST = 50;

    /** Id numbers, telephones, plates and card numbers have more. */
    private static final int MOST_DIGITS = 4;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private CountableQuery() {}

    static Optional<String> of(String typed) {
        var text = BLANKS.matcher(SearchText.normalise(typed)).replaceAll(" ");
        boolean countable = !SearchText.compact(text).isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.indexOf('@') < 0
                && !CONTROL.matcher(text).find()
                && text.codePoints().filter(Character::isDigit).count() <= MOST_DIGITS;
        return countable ? Optional.of(text) : Optional.empty();
    }
}
