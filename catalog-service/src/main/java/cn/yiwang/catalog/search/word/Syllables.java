package cn.yiwang.catalog.search.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;

/** The syllables that a catalog's names are made of, and how letters are cut into them. Immutable. */
public final class Syllables {

    private static final int LONGEST = 6;
    private static final double ONE_SLIP = 1.8;
    private static final Pattern SHAPE = Pattern.compile("(?![iuv])[a-z]h?[a-z]*[aeiouvngr]");

    private final TreeSet<String> known = new TreeSet<>();

    public Syllables(Collection<String> known) {
        known.stream()
                .filter(syllable ->
                        syllable.length() <= LONGEST && SHAPE.matcher(syllable).matches())
                .forEach(this.known::add);
    }

    /** Cuts letters into the fewest syllables; the last one may be unfinished, because people search while they type. */
    public Optional<List<String>> cut(String letters) {
        return pieces(
                letters, (start, end) -> isSyllable(letters.substring(start, end), end == letters.length()) ? 10 : 0);
    }

    /** Cuts letters that may hold slips; each piece comes with what may have been meant by it, the likeliest first. */
    public Optional<List<List<String>>> cutWithSlips(String letters) {
        return pieces(letters, (start, end) -> cost(letters.substring(start, end), end == letters.length()))
                .map(pieces -> pieces.stream().map(this::meant).toList());
    }

    private int cost(String piece, boolean last) {
        if (isSyllable(piece, last)) {
            return 10;
        }
        return known.stream().anyMatch(syllable -> Slips.atMostOne(piece, syllable)) ? (int) (10 * ONE_SLIP) : 0;
    }

    private List<String> meant(String piece) {
        var meant = new ArrayList<String>();
        if (known.contains(piece)) {
            meant.add(piece);
        }
        known.stream()
                .filter(syllable -> !syllable.equals(piece) && Slips.atMostOne(piece, syllable))
                .forEach(meant::add);
        if (meant.isEmpty()) {
            known.tailSet(piece).stream()
                    .takeWhile(syllable -> syllable.startsWith(piece))
                    .forEach(meant::add);
        }
        return meant;
    }

    private boolean isSyllable(String piece, boolean last) {
        if (known.contains(piece)) {
            return true;
        }
        var next = last ? known.ceiling(piece) : null;
        return next != null && next.startsWith(piece);
    }

    /** The cheapest way to cut; a cost of 0 forbids a piece. */
    private static Optional<List<String>> pieces(String letters, IntBinaryOperator cost) {
        int length = letters.length();
        int[] cheapest = new int[length + 1];
        int[] cutBefore = new int[length + 1];
        Arrays.fill(cheapest, Integer.MAX_VALUE);
        cheapest[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                if (cheapest[start] == Integer.MAX_VALUE) {
                    continue;
                }
                int piece = cost.applyAsInt(start, end);
                if (piece > 0 && cheapest[start] + piece < cheapest[end]) {
                    cheapest[end] = cheapest[start] + piece;
                    cutBefore[end] = start;
                }
            }
        }
        if (cheapest[length] == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var pieces = new ArrayList<String>();
        for (int end = length; end > 0; end = cutBefore[end]) {
            pieces.addFirst(letters.substring(cutBefore[end], end));
        }
        return Optional.of(pieces);
    }
}
