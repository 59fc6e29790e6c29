package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.search.word.SearchText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts documents and what people search them for into pairs of neighbouring characters; no dictionary decides what a word is. */
final class DocumentWords {

    /** More pairs than this narrow a search no further. */
    private static final int MOST_SOUGHT = 12;

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private DocumentWords() {}

    /** All pairs of a document, and single characters that stand alone. */
    static Set<String> of(DocumentContent content) {
        var words = new LinkedHashSet<String>();
        Stream.of(content.title(), content.documentNumber(), content.issuer(), content.text())
                .filter(text -> text != null)
                .forEach(text -> cut(text, words));
        return words;
    }

    /** What a document has to hold to be found; empty when the text has no letters. A single character is the beginning of a pair. */
    static List<String> sought(String typed) {
        var words = new LinkedHashSet<String>();
        cut(typed, words);
        return words.stream().limit(MOST_SOUGHT).toList();
    }

    private static void cut(String text, Set<String> words) {
        for (var run : GAP.split(SearchText.normalise(text))) {
            int[] characters = run.codePoints().toArray();
            if (characters.length == 1) {
                words.add(Character.toString(characters[0]));
            }
            for (int i = 1; i < characters.length; i++) {
                words.add(new String(characters, i - 1, 2));
            }
        }
    }

    /** Whether a sought word is a pair or only its beginning. */
    static boolean isPair(String word) {
        return word.codePointCount(0, word.length()) > 1;
    }
}
