package cn.yiwang.catalog.transfer.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook with a sheet for each table. All cells are text, so that codes keep their zeros; written rows leave the memory. */
public final class ExcelTableWriter implements TableWriter {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 20 * 256;

    private final OutputStream target;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle text;
    private final Map<String, SXSSFSheet> sheets = new HashMap<>();

    public ExcelTableWriter(OutputStream target) {
        this.target = target;
        workbook.setCompressTempFiles(true);
        text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    @Override
    public void declare(String table, List<String> columns) {
        var sheet = workbook.createSheet(table);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setDefaultColumnStyle(i, text);
            sheet.setColumnWidth(i, WIDTH);
        }
        sheet.createFreezePane(0, 1);
        sheets.put(table, sheet);
        row(table, List.<@Nullable String>copyOf(columns));
    }

    @Override
    public void row(String table, List<@Nullable String> values) {
        var sheet = sheets.get(table);
        if (sheet == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null && !value.isEmpty()) {
                var cell = row.createCell(i);
                cell.setCellStyle(text);
                cell.setCellValue(fitting(Formulas.neutralised(value)));
            }
        }
    }

    private static String fitting(String value) {
        var longest = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        if (value.length() > longest) {
            throw new CellTooLongException(longest);
        }
        return value;
    }

    @Override
    public void finish() throws IOException {
        workbook.write(target);
        target.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
