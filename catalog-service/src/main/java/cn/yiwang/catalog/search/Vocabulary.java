package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.GroupWords.Word;
import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.Syllables;
import cn.yiwang.catalog.search.word.Typed;
import cn.yiwang.catalog.search.word.Typed.Piece;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which characters stand side by side in the catalog, and how that sounds. Immutable. */
final class Vocabulary {

    private final Map<String, Integer> pairs = new HashMap<>();
    /** For a sound, the pair of characters that is said like this most often. */
    private final Map<String, String> bySound = new HashMap<>();

    private final Syllables syllables;

    Vocabulary(Collection<GroupWords> groups) {
        Set<String> heard = new HashSet<>();
        for (var group : groups) {
            for (var word : group.said()) {
                heard.addAll(word.syllables());
                count(word);
            }
        }
        groups.forEach(group -> group.said().forEach(this::listen));
        syllables = new Syllables(heard);
    }

    Syllables syllables() {
        return syllables;
    }

    private void count(Word word) {
        for (int i = 1; i < word.text().length(); i++) {
            pairs.merge(word.text().substring(i - 1, i + 1), 1, Integer::sum);
        }
    }

    private void listen(Word word) {
        if (!word.isAligned()) {
            return;
        }
        for (int i = 1; i < word.text().length(); i++) {
            var pair = word.text().substring(i - 1, i + 1);
            var first = word.syllables().get(i - 1);
            var second = word.syllables().get(i);
            bySound.merge(first + " " + second, pair, this::commoner);
            bySound.merge("~" + Pinyin.blurred(first) + " " + Pinyin.blurred(second), pair, this::commoner);
        }
    }

    private String commoner(String one, String other) {
        return pairs.getOrDefault(other, 0) > pairs.getOrDefault(one, 0) ? other : one;
    }

    /**
     * The text with characters of the catalog for those that only sound like them; empty when that changes nothing, or when a part
     * sounds like nothing in the catalog.
     */
    Optional<String> meantBy(Typed typed) {
        var meant = new StringBuilder();
        for (var run : typed.runs()) {
            if (!append(run.pieces(), meant)) {
                return Optional.empty();
            }
        }
        var text = meant.toString();
        return text.isEmpty() || text.equals(typed.compact()) ? Optional.empty() : Optional.of(text);
    }

    private boolean append(List<Piece> pieces, StringBuilder meant) {
        int at = 0;
        while (at < pieces.size()) {
            var piece = pieces.get(at);
            var next = at + 1 < pieces.size() ? pieces.get(at + 1) : null;
            var pair = next == null ? null : heardAs(piece, next);
            if (pair != null && !isKnown(piece, next)) {
                meant.append(pair);
                at += 2;
            } else if (piece.text().isEmpty()) {
                return false;
            } else {
                meant.append(piece.text());
                at++;
            }
        }
        return true;
    }

    private boolean isKnown(Piece piece, @Nullable Piece next) {
        return next != null && !piece.text().isEmpty() && pairs.containsKey(piece.text() + next.text());
    }

    private @Nullable String heardAs(Piece piece, Piece next) {
        String best = null;
        for (var first : piece.sounds()) {
            for (var second : next.sounds()) {
                var exact = bySound.get(first + " " + second);
                if (exact != null && (best == null || commoner(best, exact).equals(exact))) {
                    best = exact;
                }
            }
        }
        if (best != null || piece.sounds().isEmpty() || next.sounds().isEmpty()) {
            return best;
        }
        return bySound.get("~" + Pinyin.blurred(piece.sounds().getFirst()) + " "
                + Pinyin.blurred(next.sounds().getFirst()));
    }
}
