package cn.yiwang.catalog.transfer.table;

/**
 * A cell as the file has it.
 *
 * @param text what it shows; dates as ISO dates, numbers without exponent
 */
public record Cell(String text, Nature nature) {

    private static final Cell EMPTY = new Cell("", Nature.TEXT);

    /** What the file says that the cell is; a CSV file knows text only. */
    public enum Nature {
        TEXT,
        NUMBER,
        DATE,
        FORMULA,
        ERROR
    }

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Nature.TEXT);
    }

    public static Cell empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return text.isEmpty() && nature == Nature.TEXT;
    }
}
