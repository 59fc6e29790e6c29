package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.Cell.Nature;
import cn.yiwang.catalog.transfer.table.RowSink.Oddity;
import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a sheet into rows as it comes by. */
final class SheetHandler extends DefaultHandler {

    /** The widest sheet that is read; a catalog has some dozens of columns. */
    private static final int MOST_COLUMNS = 500;

    private static final int LONGEST_CELL = 2_000_000;

    private static final int LONGEST_ROW = 8_000_000;

    /** Programs write numbers of 17 digits between 1e-324 and 1e308. */
    private static final int LONGEST_NUMBER = 40;

    private static final int GREATEST_EXPONENT = 400;

    /** Such as XFD1048576:XFD1048576. */
    private static final int LONGEST_PLACE = 21;

    private final SharedTexts texts;
    private final StylesTable styles;
    private final RowSink sink;
    private final StringBuilder value = new StringBuilder();

    private final List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private int rowLength;
    private boolean headed;
    private boolean collecting;
    private boolean formula;
    private @Nullable String type;
    private @Nullable String style;

    SheetHandler(SharedTexts texts, StylesTable styles, RowSink sink) {
        this.texts = texts;
        this.styles = styles;
        this.sink = sink;
    }

    /** Ends the parsing of a sheet of which no more is wanted. */
    static final class EnoughException extends RuntimeException {
        EnoughException() {
            super(null, null, false, false);
        }
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> collecting = true;
            case "mergeCell" -> sink.oddity(Oddity.MERGED_CELLS, row, place(attributes.getValue("ref")));
            default -> {
                // Widths, views, filters: nothing that a table says.
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (collecting) {
            rowLength += length;
            if (value.length() + length > LONGEST_CELL || rowLength > LONGEST_ROW) {
                throw new UnreadableFileException(Reason.CELL_BEYOND_BOUNDS, null);
            }
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) {
        switch (name) {
            case "v", "t" -> collecting = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {
                // See above.
            }
        }
    }

    private void startRow(Attributes attributes) {
        var number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        rowLength = 0;
        cells.clear();
        if (isTrue(attributes.getValue("hidden"))) {
            sink.oddity(Oddity.HIDDEN_ROW, row, String.valueOf(row));
        }
    }

    private void startCell(Attributes attributes) {
        var reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column < cells.size() || column >= MOST_COLUMNS) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, null);
        }
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        value.setLength(0);
    }

    private void endCell() {
        var cell = cell();
        if (!cell.isEmpty()) {
            while (cells.size() < column) {
                cells.add(Cell.empty());
            }
            cells.add(cell);
        }
    }

    private Cell cell() {
        var text = value.toString();
        if (formula) {
            return new Cell(text, Nature.FORMULA);
        }
        if (text.isEmpty()) {
            return Cell.empty();
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.text(texts.at(Integer.parseInt(text.strip())));
            case "b" -> Cell.text(text.equals("1") ? "true" : "false");
            case "e" -> new Cell(text, Nature.ERROR);
            case "n" -> number(text);
            case "d" -> new Cell(text, Nature.DATE);
            default -> Cell.text(text);
        };
    }

    private Cell number(String text) {
        var written = text.strip();
        if (written.length() > LONGEST_NUMBER) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, null);
        }
        var number = new BigDecimal(written);
        // Written out, a number of ten characters can have a billion.
        if (Math.abs((long) number.scale()) > GREATEST_EXPONENT || Double.isInfinite(number.doubleValue())) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, null);
        }
        if (isDate(number.doubleValue())) {
            var moment = DateUtil.getLocalDateTime(number.doubleValue());
            return new Cell(moment.toLocalDate().toString(), Nature.DATE);
        }
        return new Cell(number.stripTrailingZeros().toPlainString(), Nature.NUMBER);
    }

    private boolean isDate(double number) {
        if (style == null || !DateUtil.isValidExcelDate(number)) {
            return false;
        }
        var format = styles.getStyleAt(Integer.parseInt(style));
        return format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
    }

    private void endRow() {
        if (cells.stream().allMatch(cell -> cell.text().isBlank() && cell.nature() == Nature.TEXT)) {
            return;
        }
        if (!headed) {
            headed = true;
            sink.header(row, cells.stream().map(Cell::text).toList());
        } else if (!sink.row(row, List.copyOf(cells))) {
            throw new EnoughException();
        }
    }

    private static String place(@Nullable String reference) {
        return reference == null || reference.length() > LONGEST_PLACE ? "" : reference;
    }

    private static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }
}
