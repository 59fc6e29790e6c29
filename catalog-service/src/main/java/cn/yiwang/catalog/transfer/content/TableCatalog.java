package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.content.GuideShape.Element;
import cn.yiwang.catalog.transfer.table.Cell;
import cn.yiwang.catalog.transfer.table.RowSink;
import cn.yiwang.catalog.transfer.table.TableFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A catalog in tables: one of items, and one for each list of the guide, whose rows name their item. */
final class TableCatalog implements Closeable {

    /** The table every file has. */
    static final String ITEMS = "items";

    /** A list has at most some hundred rows; a table with more than this is no list of guides. */
    private static final int MOST_ROWS = 2_000_000;

    private static final int LONGEST_CODE = 40;

    private final TableFile file;
    private final Findings findings;
    private final RowAssembly assembly;
    private final IntConsumer rowsRead;
    private final Spool spool = new Spool();
    private final Set<String> listed = new LinkedHashSet<>();
    private final Map<String, TableHeading> headings = new HashMap<>();
    private int rows;

    TableCatalog(TableFile file, Findings findings, IntConsumer rowsRead) throws IOException {
        this.file = file;
        this.findings = findings;
        this.assembly = new RowAssembly(new CellReader(findings), findings);
        this.rowsRead = rowsRead;
    }

    void read(CatalogReader.Sink sink) {
        if (!file.tables().contains(ITEMS)) {
            findings.blocking(Place.ofTable(ITEMS), "table-missing", ITEMS);
            return;
        }
        for (var table : file.tables()) {
            if (!table.equals(ITEMS)) {
                readList(table);
            }
        }
        var items = new ItemRows(sink);
        file.read(ITEMS, items);
        if (items.heading == null) {
            findings.blocking(Place.ofTable(ITEMS), "table-empty", ITEMS);
        }
        if (items.complete) {
            listed.forEach(table -> spool.left(table)
                    .forEach(row ->
                            findings.blocking(heading(table).place(row.number(), ItemHead.CODE), "item-not-in-file")));
        }
        rowsRead.accept(rows);
    }

    private void readList(String table) {
        var element = GuideShape.ELEMENTS.stream()
                .filter(known -> known.name().equals(table) && known.rows() != null)
                .findFirst();
        if (element.isEmpty()) {
            findings.advice(Place.ofTable(CellReader.shown(table)), "table-ignored", CellReader.shown(table));
            return;
        }
        listed.add(table);
        file.read(table, new ListRows(element.get()));
    }

    private TableHeading heading(String table) {
        var heading = headings.get(table);
        if (heading == null) {
            throw new IllegalStateException("no heading of " + table);
        }
        return heading;
    }

    private void count() {
        rows++;
        if (rows % 500 == 0) {
            rowsRead.accept(rows);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private abstract class Rows implements RowSink {

        final String table;

        @Nullable TableHeading heading;

        Rows(String table) {
            this.table = table;
        }

        abstract List<Column> columns();

        @Override
        public void header(int row, List<String> names) {
            var found = new TableHeading(table, row, names, columns(), findings);
            heading = found;
            headings.put(table, found);
        }

        @Override
        public void oddity(Oddity oddity, int row, String where) {
            var place = new Place(table, row, "", where);
            switch (oddity) {
                case MERGED_CELLS -> findings.blocking(place, "merged-cells", where);
                case HIDDEN_ROW -> findings.advice(place, "hidden-row", row);
            }
        }
    }

    /** The rows of a list; each goes to the spool under the item it names. */
    private final class ListRows extends Rows {

        private final List<Column> values;
        private final List<Column> columns = new ArrayList<>();
        private int count;

        ListRows(Element element) {
            super(element.name());
            this.values = element.rows() == null ? List.of() : element.rows();
            columns.add(Column.text(ItemHead.CODE));
            columns.addAll(values);
        }

        @Override
        List<Column> columns() {
            return columns;
        }

        @Override
        public void header(int row, List<String> names) {
            super.header(row, names);
            for (var column : columns) {
                var required = column.required() || column.name().equals(ItemHead.CODE);
                if (required && column.path().size() == 1 && !heading(table).has(column.name())) {
                    findings.blocking(new Place(table, row, column.name(), null), "column-missing", column.name());
                }
            }
        }

        @Override
        public boolean row(int row, List<Cell> cells) {
            var head = heading(table);
            if (!head.has(ItemHead.CODE)) {
                return false;
            }
            if (++count > MOST_ROWS) {
                findings.blocking(Place.ofTable(table), "too-many-rows", MOST_ROWS);
                return false;
            }
            count();
            var item = head.cell(cells, ItemHead.CODE).text().strip();
            var value = assembly.object(
                    values, column -> head.cell(cells, column.name()), column -> head.place(row, column.name()));
            return keep(head, row, item, value);
        }

        /** Whether to go on: a table that no catalog has is not read to its end. */
        private boolean keep(TableHeading head, int row, String item, ObjectNode value) {
            if (item.isEmpty()) {
                findings.blocking(head.place(row, ItemHead.CODE), "value-required");
            } else if (item.length() > LONGEST_CODE) {
                findings.blocking(head.place(row, ItemHead.CODE), "item-not-in-file");
            } else if (!spool.add(table, item, row, value)) {
                findings.blocking(
                        head.place(row, ItemHead.CODE), "too-many-rows-of-item", item, Spool.MOST_ROWS_OF_ITEM);
                return false;
            } else if (spool.items(table) > CatalogReader.MOST_ITEMS) {
                findings.blocking(Place.ofTable(table), "too-many-items", CatalogReader.MOST_ITEMS);
                return false;
            }
            return true;
        }
    }

    /** The rows of the items; each takes what the lists hold for it. */
    private final class ItemRows extends Rows {

        private final CatalogReader.Sink sink;
        private final List<Column> guideColumns = GuideShape.ELEMENTS.stream()
                .flatMap(element -> element.columns().stream())
                .toList();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> named = new LinkedHashSet<>();
        private final List<Column> present = new ArrayList<>();
        private int count;
        private boolean complete = true;

        ItemRows(CatalogReader.Sink sink) {
            super(ITEMS);
            this.sink = sink;
        }

        @Override
        List<Column> columns() {
            var columns = new ArrayList<Column>();
            ItemHead.COLUMNS.forEach(name -> columns.add(Column.text(name)));
            columns.addAll(guideColumns);
            return columns;
        }

        @Override
        public void header(int row, List<String> names) {
            super.header(row, names);
            var head = heading(table);
            named.addAll(listed);
            for (var column : guideColumns) {
                var element = column.path().getFirst();
                if (head.has(column.name())) {
                    present.add(column);
                    if (listed.contains(element)) {
                        findings.blocking(head.place(row, column.name()), "element-twice", element);
                    }
                    named.add(element);
                }
            }
            for (var missing : missing(head)) {
                findings.blocking(new Place(table, row, missing, null), "column-missing", missing);
                complete = false;
            }
        }

        private List<String> missing(TableHeading head) {
            var missing = new ArrayList<String>();
            if (!head.has(ItemHead.NAME)) {
                missing.add(ItemHead.NAME);
            }
            if (!head.has(ItemHead.CODE)) {
                List.of(ItemHead.BODY, ItemHead.LEVEL, ItemHead.BASE_CODE, ItemHead.SEQUENCE).stream()
                        .filter(part -> !head.has(part))
                        .forEach(missing::add);
            }
            GuideShape.ELEMENTS.stream()
                    .filter(element -> element.required() && !named.contains(element.name()))
                    .forEach(element -> missing.add(element.name()));
            return missing;
        }

        @Override
        public boolean row(int row, List<Cell> cells) {
            if (!complete) {
                return false;
            }
            count();
            if (++count > CatalogReader.MOST_ITEMS) {
                findings.blocking(Place.ofTable(table), "too-many-items", CatalogReader.MOST_ITEMS);
                complete = false;
                return false;
            }
            var heading = heading(table);
            var head = ItemHead.of(headValues(heading, row, cells), name -> heading.place(row, name), findings);
            var key = key(head, heading.cell(cells, ItemHead.CODE).text().strip());
            if (!seen.add(key.isEmpty() ? "row " + row : key)) {
                findings.blocking(heading.place(row, ItemHead.CODE), "item-twice", CellReader.shown(key));
                return true;
            }
            var guide = assembly.object(
                    present, column -> heading.cell(cells, column.name()), column -> heading.place(row, column.name()));
            var rowsOfLists = new HashMap<String, List<Integer>>();
            for (var list : listed) {
                var found = spool.take(list, key);
                rowsOfLists.put(list, found.stream().map(Spool.Row::number).toList());
                var array = guide.putArray(list);
                found.forEach(entry -> array.add(entry.value()));
            }
            if (head != null) {
                sink.item(new ProposedItem(head, guide, named, new TablePlaces(row, heading, headings, rowsOfLists)));
            }
            return true;
        }

        private String key(@Nullable ItemHead head, String written) {
            return head == null ? written : head.code().value();
        }

        private Map<String, String> headValues(TableHeading heading, int row, List<Cell> cells) {
            var values = new HashMap<String, String>();
            var reader = new CellReader(findings);
            for (var name : ItemHead.COLUMNS) {
                var cell = heading.cell(cells, name);
                var place = heading.place(row, name);
                var value = reader.read(Column.text(name), cell, place);
                if (value == null) {
                    continue;
                }
                if (cell.nature() == Cell.Nature.NUMBER && ItemHead.LOSES_ZEROS.contains(name)) {
                    findings.blocking(place, "code-as-number", cell.text());
                }
                values.put(name, value.stringValue().strip());
            }
            return values;
        }
    }
}
