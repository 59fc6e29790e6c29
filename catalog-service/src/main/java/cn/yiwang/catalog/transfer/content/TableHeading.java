package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.table.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/** The first row of a table: which column is where. */
final class TableHeading {

    private final String table;
    private final Map<String, Integer> positions = new HashMap<>();

    /** Reads the headings; a column that nobody knows, or that is there twice, is a finding. */
    TableHeading(String table, int row, List<String> names, List<Column> known, Findings findings) {
        this.table = table;
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).strip();
            if (name.isEmpty()) {
                continue;
            }
            var place = new Place(table, row, CellReader.shown(name), address(i, row));
            if (known.stream().noneMatch(column -> column.name().equals(name))) {
                findings.blocking(place, "column-unknown", CellReader.shown(name));
            } else if (positions.putIfAbsent(name, i) != null) {
                findings.blocking(place, "column-twice", name);
            }
        }
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    Cell cell(List<Cell> cells, String column) {
        var position = positions.get(column);
        return position == null || position >= cells.size() ? Cell.empty() : cells.get(position);
    }

    Place place(int row, String column) {
        var position = positions.get(column);
        return new Place(table, row, column, position == null ? null : address(position, row));
    }

    private static String address(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
