package cn.yiwang.catalog.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a text sounds, without tones. */
final class Pinyin {

    private static final int LONGEST_SYLLABLE = 6;

    private Pinyin() {}

    /** One syllable per character; letters and digits stand for themselves. */
    static List<String> syllables(String compact) {
        if (compact.isEmpty()) {
            return List.of();
        }
        var spelt = PinyinHelper.toPinyin(compact, PinyinStyleEnum.NORMAL, " ").replace('ü', 'v');
        return Arrays.stream(spelt.split(" "))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }

    static String initials(List<String> syllables) {
        var initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    /**
     * Cuts letters into the fewest of the known syllables; the last one may be unfinished, because people search while they type.
     */
    static Optional<List<String>> cut(String letters, Set<String> known) {
        int length = letters.length();
        int[] fewest = new int[length + 1];
        int[] cutBefore = new int[length + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                if (fewest[start] < Integer.MAX_VALUE
                        && fewest[start] + 1 < fewest[end]
                        && isSyllable(letters.substring(start, end), end == length, known)) {
                    fewest[end] = fewest[start] + 1;
                    cutBefore[end] = start;
                }
            }
        }
        if (fewest[length] == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var syllables = new ArrayList<String>();
        for (int end = length; end > 0; end = cutBefore[end]) {
            syllables.addFirst(letters.substring(cutBefore[end], end));
        }
        return Optional.of(syllables);
    }

    private static boolean isSyllable(String piece, boolean last, Set<String> known) {
        return known.contains(piece) || (last && known.stream().anyMatch(syllable -> syllable.startsWith(piece)));
    }
}
