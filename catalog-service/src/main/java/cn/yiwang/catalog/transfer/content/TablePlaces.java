package cn.yiwang.catalog.transfer.content;

import java.util.List;
import java.util.Map;

/** Finds the cell of a part of a guide. */
record TablePlaces(
        int row, TableHeading items, Map<String, TableHeading> headings, Map<String, List<Integer>> rowsOfLists)
        implements ProposedItem.Places {

    @Override
    public Place ofHead(String column) {
        return items.place(row, column);
    }

    @Override
    public Place of(List<Object> path) {
        var element = path.isEmpty() ? "" : path.getFirst().toString();
        var rows = rowsOfLists.get(element);
        var heading = headings.get(element);
        if (rows != null && heading != null) {
            if (path.size() > 1 && path.get(1) instanceof Integer position && position < rows.size()) {
                return placeIn(heading, rows.get(position), path.subList(2, path.size()));
            }
            return new Place(element, 0, "", null);
        }
        return placeIn(items, row, path);
    }

    /** The cell of the longest part of the path that has a column. */
    private static Place placeIn(TableHeading heading, int row, List<Object> path) {
        for (int length = path.size(); length > 0; length--) {
            var name = String.join(
                    ".", path.subList(0, length).stream().map(Object::toString).toList());
            if (heading.has(name)) {
                return heading.place(row, name);
            }
        }
        return heading.place(
                row, String.join(".", path.stream().map(Object::toString).toList()));
    }
}
