package cn.yiwang.catalog.search;

import cn.yiwang.catalog.search.word.Pinyin;
import cn.yiwang.catalog.search.word.SearchText;
import cn.yiwang.catalog.search.word.Synonyms;
import cn.yiwang.catalog.search.word.Typed;
import cn.yiwang.catalog.search.word.Typed.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A part of a name that says what was searched for, to be set off by whoever shows it. Offsets, not markup: nothing has to be escaped.
 *
 * @param start counts UTF-16 units of the name
 */
record Highlight(int start, int length) {

    static List<Highlight> in(String name, Typed typed, Synonyms synonyms) {
        var offsets = new ArrayList<Integer>();
        var letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            var letter = SearchText.compact(SearchText.normalise(name.substring(i, i + 1)));
            for (int j = 0; j < letter.length(); j++) {
                offsets.add(i);
            }
            letters.append(letter);
        }
        var marked = marked(letters.toString(), typed, synonyms);
        var places = new BitSet(name.length());
        marked.stream().forEach(letter -> places.set(offsets.get(letter)));
        return runs(places);
    }

    private static BitSet marked(String letters, Typed typed, Synonyms synonyms) {
        var marked = new BitSet(letters.length());
        var syllables = Pinyin.syllables(letters);
        boolean aligned = syllables.size() == letters.length();
        for (var run : typed.runs()) {
            var pieces = run.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                boolean alone = pieces.size() == 1;
                if (alone) {
                    markText(letters, pieces.get(i).text(), marked);
                } else if (i > 0) {
                    markText(letters, both(pieces.get(i - 1), pieces.get(i)), marked);
                    if (aligned) {
                        markSound(syllables, pieces.get(i - 1), pieces.get(i), marked);
                    }
                }
            }
        }
        synonyms.officialWordsIn(SearchText.compact(typed.normalised()))
                .values()
                .forEach(words -> words.forEach(word -> markText(letters, word, marked)));
        return marked;
    }

    private static String both(Piece one, Piece other) {
        return one.text().isEmpty() || other.text().isEmpty() ? "" : one.text() + other.text();
    }

    private static void markText(String letters, String text, BitSet marked) {
        if (text.isEmpty()) {
            return;
        }
        for (int at = letters.indexOf(text); at >= 0; at = letters.indexOf(text, at + 1)) {
            marked.set(at, at + text.length());
        }
    }

    private static void markSound(List<String> syllables, Piece one, Piece other, BitSet marked) {
        for (int at = 1; at < syllables.size(); at++) {
            if (one.sounds().contains(syllables.get(at - 1)) && other.sounds().contains(syllables.get(at))) {
                marked.set(at - 1, at + 1);
            }
        }
    }

    private static List<Highlight> runs(BitSet places) {
        var runs = new ArrayList<Highlight>();
        for (int start = places.nextSetBit(0); start >= 0; start = places.nextSetBit(places.nextClearBit(start))) {
            runs.add(new Highlight(start, places.nextClearBit(start) - start));
        }
        return List.copyOf(runs);
    }
}
