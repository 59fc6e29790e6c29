package cn.yiwang.catalog.transfer.table;

/**
 * Keeps spreadsheet programs from running text as a formula. What begins like one is written with an apostrophe before it; reading takes
 * that apostrophe away again, so that a text comes back as it went.
 */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /** Whether a program may take the text for a formula or a command. */
    public static boolean isDangerous(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text as it is safe to write into a cell. */
    public static String neutralised(String text) {
        return isDangerous(afterApostrophes(text)) ? "'" + text : text;
    }

    /** The text that was written into the cell. */
    public static String restored(String text) {
        return text.startsWith("'") && isDangerous(afterApostrophes(text)) ? text.substring(1) : text;
    }

    private static String afterApostrophes(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return text.substring(i);
    }
}
