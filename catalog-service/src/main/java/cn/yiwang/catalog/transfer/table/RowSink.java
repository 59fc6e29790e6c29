package cn.yiwang.catalog.transfer.table;

import java.util.List;

/** Takes the rows of one table in their order. */
public interface RowSink {

    /** The first row that is not empty. */
    void header(int row, List<String> names);

    /**
     * A row with something in it.
     *
     * @param row counted from 1 as a spreadsheet shows it, the header included
     * @return whether to go on
     */
    boolean row(int row, List<Cell> cells);

    /** Something that a reader of the sheet does not see or that a table does not have. */
    void oddity(Oddity oddity, int row, String place);

    /** What a spreadsheet can hide. */
    enum Oddity {
        MERGED_CELLS,
        HIDDEN_ROW
    }
}
