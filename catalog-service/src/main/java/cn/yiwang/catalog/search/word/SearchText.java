package cn.yiwang.catalog.search.word;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one spelling in which names and queries meet: half width, simplified characters, lower case. */
public final class SearchText {

    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

    /** What people put around the words that matter. */
    private static final Pattern FILLER =
            Pattern.compile("请问|你好|您好|我想要?|我要|想要|怎么样?|怎样|如何|哪里|在哪|可以|能不能|需要|什么证|什么|哪些|多少|多久"
                    + "|要办|一家|一个|一间|[个家](?=[^\\s]{2})|材料|手续|流程|吗|呢|的话|的(?=\\p{IsHan})");

    private SearchText() {}

    public static String normalise(String text) {
        var compatible = Normalizer.normalize(inChinese(text), Normalizer.Form.NFKC);
        var simplified = hasOnlyAscii(compatible) ? compatible : SIMPLIFY.transliterate(compatible);
        return simplified.toLowerCase(Locale.ROOT).strip();
    }

    /** Classes of devices are written 第Ⅱ类 and 第二类 alike. */
    private static String inChinese(String text) {
        return text.replace('Ⅰ', '一').replace('Ⅱ', '二').replace('Ⅲ', '三');
    }

    /** The text without the words of a question, unless it has no others. */
    public static String withoutFiller(String normalised) {
        var rest = FILLER.matcher(normalised).replaceAll(" ").strip();
        return compact(rest).isEmpty() ? normalised : rest;
    }

    /** The letters and digits alone, of a text that is normalised. */
    public static String compact(String normalised) {
        var letters = new StringBuilder(normalised.length());
        normalised.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    public static boolean isLatin(String compact) {
        return !compact.isEmpty() && compact.chars().allMatch(SearchText::isLatinLetter);
    }

    static boolean isLatinLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean hasOnlyAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
