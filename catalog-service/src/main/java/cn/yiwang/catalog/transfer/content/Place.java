package cn.yiwang.catalog.transfer.content;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands.
 *
 * @param table the sheet or CSV file; empty for the file as a whole
 * @param row as a spreadsheet counts it; in JSON the number of the item, from 1; 0 for a whole table
 * @param column the heading, or the JSON pointer within the item
 * @param cell the address a spreadsheet shows, such as C7; null where there is none
 */
public record Place(
        String table, int row, String column, @Nullable String cell) {

    public static Place ofFile() {
        return new Place("", 0, "", null);
    }

    static Place ofTable(String table) {
        return new Place(table, 0, "", null);
    }
}
