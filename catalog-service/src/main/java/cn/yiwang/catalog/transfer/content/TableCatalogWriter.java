package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.transfer.table.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The table of items and the tables of their lists. */
public final class TableCatalogWriter implements CatalogWriter {

    private static final List<Column> GUIDE_COLUMNS = GuideShape.ELEMENTS.stream()
            .filter(element -> element.rows() == null)
            .flatMap(element -> element.columns().stream())
            .toList();

    private final TableWriter tables;

    public TableCatalogWriter(TableWriter tables) throws IOException {
        this.tables = tables;
        var headings = new ArrayList<>(ItemHead.COLUMNS);
        GUIDE_COLUMNS.forEach(column -> headings.add(column.name()));
        tables.declare(TableCatalog.ITEMS, headings);
        for (var element : GuideShape.ELEMENTS) {
            if (element.rows() != null) {
                var columns = new ArrayList<>(List.of(ItemHead.CODE));
                element.rows().forEach(column -> columns.add(column.name()));
                tables.declare(element.name(), columns);
            }
        }
    }

    @Override
    public void item(ItemHead head, Guide guide) throws IOException {
        JsonNode json = TransferJson.MAPPER.valueToTree(guide);
        var values = head.values();
        var row = new ArrayList<@Nullable String>();
        ItemHead.COLUMNS.forEach(column -> row.add(values.get(column)));
        GUIDE_COLUMNS.forEach(column -> row.add(text(json, column)));
        tables.row(TableCatalog.ITEMS, row);
        for (var element : GuideShape.ELEMENTS) {
            var columns = element.rows();
            if (columns != null) {
                for (var entry : json.path(element.name())) {
                    rowOfList(element.name(), head, columns, entry);
                }
            }
        }
    }

    private void rowOfList(String table, ItemHead head, List<Column> columns, JsonNode entry) throws IOException {
        var row = new ArrayList<@Nullable String>();
        row.add(head.code().value());
        columns.forEach(column -> row.add(text(entry, column)));
        tables.row(table, row);
    }

    private static @Nullable String text(JsonNode json, Column column) {
        var value = json;
        for (var name : column.path()) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT, CHOICE, DATE -> value.stringValue();
            case INTEGER, BOOLEAN -> value.asString();
            case TEXTS, CHOICES ->
                CellReader.joined(value.valueStream().map(JsonNode::stringValue).toList());
            case JSON -> value.toString();
        };
    }

    @Override
    public void finish() throws IOException {
        tables.finish();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
