package cn.yiwang.catalog.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one spelling in which names and queries meet: half width, simplified characters, lower case. */
final class SearchText {

    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

    /** What people put around the words that matter. */
    private static final Pattern FILLER =
            Pattern.compile("请问|你好|您好|我想要?|我要|想要|怎么样?|怎样|如何|哪里|在哪|可以|能不能|需要|什么|哪些|多少|多久|一家|一个|一间|材料|手续|流程|吗|呢|的话");

    private SearchText() {}

    static String normalise(String text) {
        var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SIMPLIFY.transliterate(compatible).toLowerCase(Locale.ROOT).strip();
    }

    /** The text without the words of a question, unless it has no others. */
    static String withoutFiller(String normalised) {
        var rest = FILLER.matcher(normalised).replaceAll(" ").strip();
        return compact(rest).isEmpty() ? normalised : rest;
    }

    /** The letters and digits alone, of a text that is normalised. */
    static String compact(String normalised) {
        var letters = new StringBuilder(normalised.length());
        normalised.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static boolean isLatin(String compact) {
        return !compact.isEmpty() && compact.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
