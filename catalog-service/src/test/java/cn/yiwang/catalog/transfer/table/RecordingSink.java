package cn.yiwang.catalog.transfer.table;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a table says, up to a number of rows. */
final class RecordingSink implements RowSink {

    final List<String> header = new ArrayList<>();
    final List<List<Cell>> rows = new ArrayList<>();
    final List<Integer> numbers = new ArrayList<>();
    final List<String> oddities = new ArrayList<>();
    private final int most;

    RecordingSink() {
        this(Integer.MAX_VALUE);
    }

    RecordingSink(int most) {
        this.most = most;
    }

    @Override
    public void header(int row, List<String> names) {
        header.addAll(names);
    }

    @Override
    public boolean row(int row, List<Cell> cells) {
        numbers.add(row);
        rows.add(cells);
        return rows.size() < most;
    }

    @Override
    public void oddity(Oddity oddity, int row, String place) {
        oddities.add(oddity + " " + place);
    }
}
