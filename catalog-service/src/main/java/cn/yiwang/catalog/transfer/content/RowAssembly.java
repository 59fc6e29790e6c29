package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.table.Cell;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the cells of a row together to JSON. */
record RowAssembly(CellReader cells, Findings findings) {

    /**
     * The object that the columns describe. A part within of which every cell is empty is not there; of one that is there, the values
     * that cannot be missing are demanded.
     */
    ObjectNode object(List<Column> columns, Function<Column, Cell> cell, Function<Column, Place> place) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            var value = cells.read(column, cell.apply(column), place.apply(column));
            if (value != null) {
                parent(object, column).set(column.path().getLast(), value);
            }
        }
        for (var column : columns) {
            if (column.required() && isMissing(object, column)) {
                findings.blocking(place.apply(column), "value-required");
            }
        }
        return object;
    }

    private static ObjectNode parent(ObjectNode root, Column column) {
        var parent = root;
        for (var name : column.path().subList(0, column.path().size() - 1)) {
            var next = parent.get(name);
            parent = next instanceof ObjectNode known ? known : parent.putObject(name);
        }
        return parent;
    }

    private static boolean isMissing(ObjectNode root, Column column) {
        var parent = root;
        for (var name : column.path().subList(0, column.path().size() - 1)) {
            if (!(parent.get(name) instanceof ObjectNode next)) {
                return false;
            }
            parent = next;
        }
        return !parent.has(column.path().getLast());
    }
}
