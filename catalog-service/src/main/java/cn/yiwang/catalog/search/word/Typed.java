package cn.yiwang.catalog.search.word;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed, taken apart.
 *
 * @param compact the letters and digits of what matters in it
 * @param runs characters and syllables that follow each other
 */
public record Typed(String normalised, String compact, List<Run> runs) {

    /** No more of a text than this is looked for, however it was written. */
    private static final int LONGEST = 100;

    public Typed {
        runs = List.copyOf(runs);
    }

    /** Pieces without a gap; {@code initials}: how the run begins its syllables, when some letters in it may be initials. */
    public record Run(List<Piece> pieces, String initials) {

        public Run {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * One character, syllable or word of other letters.
     *
     * @param text the character or word as it is written, empty for a syllable
     * @param sounds how it sounds, or may have been meant to; the likeliest first
     * @param unfinished whether more letters of the syllable may come
     */
    public record Piece(String text, List<String> sounds, boolean unfinished) {

        public Piece {
            sounds = List.copyOf(sounds);
        }
    }

    public boolean isLatin() {
        return SearchText.isLatin(compact);
    }

    /**
     * Takes a text apart.
     *
     * @param slips whether letters that are no syllables may be slips of the finger
     */
    public static Typed of(String text, Synonyms synonyms, Syllables syllables, boolean slips) {
        var normalised = SearchText.withoutFiller(beginning(SearchText.normalise(text)));
        var compact = SearchText.compact(normalised);
        var runs = new ArrayList<Run>();
        for (var chunk : chunks(synonyms.setApart(normalised))) {
            run(chunk, syllables, slips, runs);
        }
        return new Typed(normalised, compact, runs);
    }

    /** Some characters stand for many, so that a short text can be normalised to a long one. */
    private static String beginning(String normalised) {
        return normalised.codePointCount(0, normalised.length()) <= LONGEST
                ? normalised
                : normalised.substring(0, normalised.offsetByCodePoints(0, LONGEST));
    }

    /** Splits at all that is no letter; but letters of one pinyin text belong together whatever stands between them. */
    private static List<String> chunks(String text) {
        var chunks = new ArrayList<String>();
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) {
                continue;
            }
            if (!chunks.isEmpty() && SearchText.isLatin(word) && SearchText.isLatin(chunks.getLast())) {
                chunks.add(chunks.removeLast() + word);
            } else {
                chunks.add(word);
            }
        }
        return chunks;
    }

    private static void run(String chunk, Syllables syllables, boolean slips, List<Run> runs) {
        var pieces = new ArrayList<Piece>();
        var initials = new StringBuilder();
        var sounds = Pinyin.syllables(chunk);
        boolean aligned = sounds.size() == chunk.length();
        int at = 0;
        while (at < chunk.length()) {
            int end = endOfScript(chunk, at);
            var part = chunk.substring(at, end);
            if (SearchText.isLatin(part)) {
                letters(part, syllables, slips, pieces);
                initials.append(part);
            } else if (Character.isDigit(part.charAt(0))) {
                pieces.add(new Piece(part, List.of(), false));
            } else {
                for (int i = at; i < end; i++) {
                    var character = chunk.substring(i, i + 1);
                    var sound = aligned ? sounds.get(i) : String.join("", Pinyin.syllables(character));
                    pieces.add(new Piece(character, sound.isEmpty() ? List.of() : List.of(sound), false));
                    initials.append(sound.isEmpty() ? "" : sound.substring(0, 1));
                }
            }
            at = end;
        }
        runs.add(new Run(pieces, initials.toString()));
    }

    private static void letters(String part, Syllables syllables, boolean slips, List<Piece> pieces) {
        var cut = syllables.cut(part);
        if (slips) {
            syllables
                    .cutWithSlips(part)
                    .ifPresent(meant -> meant.forEach(sounds -> pieces.add(new Piece("", sounds, false))));
        } else {
            cut.ifPresent(found -> {
                for (int i = 0; i < found.size(); i++) {
                    pieces.add(new Piece("", List.of(found.get(i)), i == found.size() - 1));
                }
            });
        }
    }

    private static int endOfScript(String text, int from) {
        int kind = script(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && script(text.charAt(end)) == kind) {
            end++;
        }
        return end;
    }

    private static int script(char c) {
        if (SearchText.isLatinLetter(c)) {
            return 0;
        }
        return Character.isDigit(c) ? 1 : 2;
    }
}
