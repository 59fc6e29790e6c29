package cn.yiwang.catalog.flowchart;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines by its width. Chinese breaks between any two characters, except that no line begins with a closing mark or ends with
 * an opening one; Latin words and numbers stay together while they fit on a line.
 */
final class TextWrap {

    private static final String NOT_FIRST = "，。、；：？！）》」』】〉”’％,.;:?!)]}%";
    private static final String NOT_LAST = "（《「『【〈“‘([{";
    private static final double WIDE = 1.0;
    private static final double NARROW = 0.56;

    private TextWrap() {}

    /** Lines of at most so many times the font size; a longer word is cut. */
    static List<String> lines(String text, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            if (width(line) + width(piece) > width && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            if (line.isEmpty() && piece.isBlank()) {
                continue;
            }
            append(piece, width, line, lines);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** Times the font size. */
    static double width(CharSequence text) {
        return text.codePoints().mapToDouble(c -> isWide(c) ? WIDE : NARROW).sum();
    }

    private static void append(String piece, double width, StringBuilder line, List<String> lines) {
        piece.codePoints().forEach(c -> {
            var next = Character.toString(c);
            if (width(line) + width(next) > width && !line.isEmpty() && !NOT_FIRST.contains(next)) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(next);
        });
    }

    /** What may not be broken: a word, or a character with the marks that cling to it. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var before = -1;
        for (var c : text.codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, c)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return isWide(before) || isWide(after) || before == ' ';
    }

    private static boolean isWide(int c) {
        if (c < 0x1100) {
            return false;
        }
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || (c >= 0x2014 && c <= 0x2026)
                || (c >= 0x2460 && c <= 0x303F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || c > 0xFFFF;
    }
}
