package cn.yiwang.catalog.transfer.table;

/** A text does not fit into a cell of the format. */
public final class CellTooLongException extends RuntimeException {

    private final int maximum;

    CellTooLongException(int maximum) {
        super("a cell holds at most " + maximum + " characters");
        this.maximum = maximum;
    }

    public int maximum() {
        return maximum;
    }
}
