package cn.yiwang.catalog.transfer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.catalog.transfer.table.Cell.Nature;
import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest files, careless files and hostile files. */
class TableFilesTest {

    @TempDir
    private Path folder;

    @Test
    void csv_rows_keep_the_numbers_a_spreadsheet_shows() throws IOException {
        var file = text("\uFEFFa,b\r\n\r\n1,\"two\nlines\"\r\n,\r\n3,\"say \"\"x\"\"\",extra\r\n4\r\n");
        var rows = read(file, "items");
        assertThat(rows.header).containsExactly("a", "b");
        assertThat(rows.numbers).containsExactly(3, 5, 6);
        assertThat(rows.rows.getFirst()).extracting(Cell::text).containsExactly("1", "two\nlines");
        assertThat(rows.rows.get(1)).extracting(Cell::text).startsWith("3", "say \"x\"");
    }

    @Test
    void a_workbook_says_what_its_cells_are() throws IOException {
        var file = workbook(sheet -> {
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("a");
            head.createCell(3).setCellValue("d");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("000172028000");
            row.createCell(1).setCellValue(172028000);
            row.createCell(2).setCellFormula("1+1");
            var date = row.createCell(3);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
            date.setCellStyle(style);
            date.setCellValue(LocalDate.of(2026, 3, 2));
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellErrorValue((byte) 7);
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 1));
            sheet.createRow(6).setZeroHeight(true);
        });
        var rows = read(file, "items");
        assertThat(rows.header).containsExactly("a", "", "", "d");
        assertThat(rows.numbers).containsExactly(3);
        assertThat(rows.rows.getFirst())
                .extracting(Cell::nature)
                .containsExactly(Nature.TEXT, Nature.NUMBER, Nature.FORMULA, Nature.DATE, Nature.TEXT, Nature.ERROR);
        assertThat(rows.rows.getFirst())
                .extracting(Cell::text)
                .contains("000172028000", "172028000", "2026-03-02", "true");
        assertThat(rows.oddities).containsExactly("HIDDEN_ROW 7", "MERGED_CELLS A5:B6");
    }

    @Test
    void both_writers_give_back_what_was_written() throws IOException {
        var texts = new ArrayList<String>(List.of("=1+1", "二\n行", "'=x", "000", "a,\"b\"", " 空 格 "));
        for (var kind : List.of(FileKind.ZIPPED_CSV, FileKind.EXCEL)) {
            var file = folder.resolve(kind.name());
            try (var target = Files.newOutputStream(file);
                    var writer = kind == FileKind.EXCEL ? new ExcelTableWriter(target) : new CsvTableWriter(target)) {
                writer.declare("items", List.of("a", "b", "c", "d", "e", "f"));
                writer.row("items", texts);
                writer.finish();
            }
            assertThat(FileKind.of(file)).isEqualTo(kind);
            var row = read(file, "items").rows.getFirst();
            assertThat(row).extracting(cell -> Formulas.restored(cell.text())).isEqualTo(texts);
            assertThat(row).noneMatch(cell -> Formulas.isDangerous(cell.text()));
        }
    }

    @Test
    void a_text_too_long_for_a_cell_is_refused_and_not_cut() throws IOException {
        try (var writer = new ExcelTableWriter(OutputStream.nullOutputStream())) {
            writer.declare("items", List.of("a"));
            assertThatThrownBy(() -> writer.row("items", List.of("字".repeat(32_768))))
                    .isInstanceOf(CellTooLongException.class);
        }
    }

    @Test
    void the_old_excel_format_and_unknown_archives_are_named() throws IOException {
        var old = bytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertReason(Reason.OLD_EXCEL_FORMAT, () -> FileKind.of(old));
        var archive = zip("photo.jpg", "x".getBytes(StandardCharsets.UTF_8));
        assertReason(Reason.FILE_FORMAT_UNKNOWN, () -> FileKind.of(archive));
    }

    @Test
    void a_workbook_that_breaks_off_is_damaged() throws IOException {
        byte[] whole = Files.readAllBytes(
                workbook(sheet -> sheet.createRow(0).createCell(0).setCellValue("a")));
        for (int length : new int[] {30, whole.length / 2, whole.length - 30}) {
            var file = bytes(Arrays.copyOf(whole, length));
            assertReason(Reason.FILE_DAMAGED, () -> FileKind.of(file));
        }
    }

    @Test
    void a_workbook_whose_sheet_is_no_xml_is_damaged() throws IOException {
        var file = withSheet("<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>x</v></row>");
        assertReason(Reason.FILE_DAMAGED, () -> read(file, "items"));
        var outside = withSheet(
                "<worksheet><sheetData><row r='1'><c r='A1' t='n'><v>abc</v></c></row></sheetData></worksheet>");
        assertReason(Reason.FILE_DAMAGED, () -> read(outside, "items"));
    }

    @Test
    void entities_never_come_to_life() throws IOException {
        var secret = text("TOP SECRET");
        var file = withSheet("""
                <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "%s">]>
                <worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&b;&x;</v></c></row></sheetData></worksheet>""".formatted(secret.toUri()));
        var sink = new RecordingSink();
        assertThatThrownBy(() -> readInto(file, "items", sink)).isInstanceOf(UnreadableFileException.class);
        assertThat(sink.header).isEmpty();
    }

    @Test
    void an_archive_that_swells_is_stopped() throws IOException {
        var file = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("items.csv"));
            byte[] rows = "a,b\n".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 600; i++) {
                zip.write(rows);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(file)).isLessThan(10 << 20);
        assertReason(Reason.FILE_EXPANDS_TOO_MUCH, () -> readInto(file, "items", new CountingSink()));
    }

    @Test
    void a_sheet_that_swells_is_stopped() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        replaceSheet(file, target -> {
            target.write("<worksheet>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 600; i++) {
                target.write(blanks);
                target.write("<row/>".getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertReason(Reason.FILE_EXPANDS_TOO_MUCH, () -> read(file, "items"));
    }

    @Test
    void a_sheet_without_tags_is_stopped_before_it_fills_the_memory() throws IOException {
        var file = folder.resolve("attribute.xlsx");
        byte[] letters = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        replaceSheet(file, target -> {
            target.write("<worksheet a='".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 400; i++) {
                target.write(letters);
            }
            target.write("'/>".getBytes(StandardCharsets.US_ASCII));
        });
        assertReason(Reason.CELL_BEYOND_BOUNDS, () -> read(file, "items"));
    }

    @Test
    void a_cell_of_a_megabyte_is_read_and_a_longer_one_is_not() throws IOException {
        var megabyte = text("a\n\"" + "x".repeat(1 << 20) + "\"\n");
        assertThat(read(megabyte, "items").rows.getFirst().getFirst().text()).hasSize(1 << 20);
        var more = text("a\n\"" + "x".repeat(5 << 20) + "\"\n");
        assertReason(Reason.CELL_BEYOND_BOUNDS, () -> read(more, "items"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-999999999", "1e400"})
    void a_number_that_nobody_could_write_out_is_damage(String number) throws IOException {
        var file = withSheet("<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>a</v></c></row>"
                + "<row r='2'><c r='A2'><v>" + number + "</v></c></row></sheetData></worksheet>");
        assertReason(Reason.FILE_DAMAGED, () -> read(file, "items"));
    }

    @Test
    void a_row_is_no_longer_than_what_fits_into_memory() throws IOException {
        var file = folder.resolve("wide.xlsx");
        byte[] cell = ("<c t='str'><v>" + "x".repeat(1 << 20) + "</v></c>").getBytes(StandardCharsets.US_ASCII);
        replaceSheet(file, target -> {
            target.write("<worksheet><sheetData><row r='1'>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 400; i++) {
                target.write(cell);
            }
            target.write("</row></sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        });
        assertReason(Reason.CELL_BEYOND_BOUNDS, () -> read(file, "items"));
    }

    @Test
    void the_place_of_merged_cells_is_as_short_as_a_place() throws IOException {
        var file = withSheet("<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>a</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref='" + "A1:B6".repeat(100) + "'/></mergeCells></worksheet>");
        assertThat(read(file, "items").oddities.getFirst()).hasSizeLessThan(40);
    }

    @Test
    void shared_texts_are_found_though_nobody_counted_them() throws IOException {
        var file = withPart("xl/sharedStrings.xml", source -> source.replaceAll(" (uniqueC|c)ount=\"[0-9]+\"", "")
                .replace("<t>a</t>", "<r><t>开办</t></r><r><t>药店_x000D_</t></r><rPh sb='0' eb='1'><t>kai</t></rPh>"));
        assertThat(read(file, "items").header).containsExactly("开办药店\r");
    }

    @Test
    void a_cell_that_refers_to_no_text_is_damage() throws IOException {
        var file = withSheet(
                "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>7</v></c></row></sheetData></worksheet>");
        assertReason(Reason.FILE_DAMAGED, () -> read(file, "items"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels", "xl/sharedStrings.xml"
            })
    void no_other_part_of_a_workbook_swells_either(String part) throws IOException {
        var file = withPart(part, source -> {
            int end = source.lastIndexOf("</");
            return source.substring(0, end) + " ".repeat(80 << 20) + source.substring(end);
        });
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertReason(Reason.FILE_EXPANDS_TOO_MUCH, () -> read(file, "items"));
    }

    /** What shrinks well is not hostile for that alone: a province's guides are much alike. */
    @Test
    void a_sheet_of_rows_that_are_all_alike_is_read() throws IOException {
        var file = folder.resolve("alike.xlsx");
        byte[] row = ("<row>" + ("<c t='str'><v>" + "材".repeat(8_000) + "</v></c>").repeat(4) + "</row>")
                .getBytes(StandardCharsets.UTF_8);
        replaceSheet(file, target -> {
            target.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2_000; i++) {
                target.write(row);
            }
            target.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(Files.size(file)).isLessThan(192_000_000 / 500);
        assertThat(read(file, "items").rows).hasSize(1_999);
    }

    /** Guides are full of quotes once their parts are JSON, and a sheet of them of escaped ones. */
    @Test
    void a_sheet_with_more_quotes_than_a_parser_takes_for_harmless_is_read() throws IOException {
        var file = folder.resolve("quotes.xlsx");
        try (var target = Files.newOutputStream(file);
                var writer = new ExcelTableWriter(target)) {
            writer.declare("items", List.of("a"));
            for (int i = 0; i < 300; i++) {
                writer.row("items", List.of("\"<&>\"".repeat(400)));
            }
            writer.finish();
        }
        assertThat(read(file, "items").rows)
                .hasSize(300)
                .allSatisfy(row -> assertThat(row.getFirst().text()).isEqualTo("\"<&>\"".repeat(400)));
    }

    @Test
    void two_tables_of_one_name_are_not_taken_for_one() throws IOException {
        var file = folder.resolve("twice.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : List.of("items.csv", "再来/items.csv", "__MACOSX/._items.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        assertReason(Reason.TABLE_TWICE, () -> read(file, "items"));
    }

    @Test
    void an_archive_packed_on_a_chinese_windows_is_read() throws IOException {
        var file = folder.resolve("gbk.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("事项目录/items.csv"));
            zip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(read(file, "items").header).containsExactly("a");
    }

    @Test
    void reading_stops_when_enough_was_seen() throws IOException {
        var file = folder.resolve("many.xlsx");
        try (var workbook = new SXSSFWorkbook(10);
                var target = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("items");
            for (int i = 0; i < 200_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
            }
            workbook.write(target);
        }
        var sink = new RecordingSink(10);
        readInto(file, "items", sink);
        assertThat(sink.rows).hasSize(10);
    }

    private interface SheetChange {
        void on(Sheet sheet);
    }

    private interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    private Path workbook(SheetChange change) throws IOException {
        var file = Files.createTempFile(folder, "book", ".xlsx");
        try (var workbook = new XSSFWorkbook();
                var target = Files.newOutputStream(file)) {
            change.on(workbook.createSheet("items"));
            workbook.write(target);
        }
        return file;
    }

    private Path withSheet(String xml) throws IOException {
        var file = Files.createTempFile(folder, "sheet", ".xlsx");
        replaceSheet(file, target -> target.write(xml.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private void replaceSheet(Path file, Content sheet) throws IOException {
        var whole = workbook(made -> made.createRow(0).createCell(0).setCellValue("a"));
        try (var source = new ZipInputStream(Files.newInputStream(whole));
                var target = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheet.writeTo(target);
                } else {
                    source.transferTo(target);
                }
                target.closeEntry();
            }
        }
    }

    /** A workbook in which one part is another. */
    private Path withPart(String part, UnaryOperator<String> change) throws IOException {
        var file = Files.createTempFile(folder, "part", ".xlsx");
        var whole = workbook(made -> made.createRow(0).createCell(0).setCellValue("a"));
        try (var source = new ZipInputStream(Files.newInputStream(whole));
                var target = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                var content = source.readAllBytes();
                target.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
                target.closeEntry();
            }
        }
        return file;
    }

    private Path zip(String name, byte[] content) throws IOException {
        var file = Files.createTempFile(folder, "archive", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    private Path text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".bin"), content);
    }

    private static RecordingSink read(Path file, String table) throws IOException {
        var sink = new RecordingSink();
        readInto(file, table, sink);
        return sink;
    }

    private static void readInto(Path file, String table, RowSink sink) throws IOException {
        try (var tables = TableFiles.open(file, FileKind.of(file), "items")) {
            tables.read(table, sink);
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static void assertReason(Reason reason, Reading reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(UnreadableFileException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    private static final class CountingSink implements RowSink {

        @Override
        public void header(int row, List<String> names) {}

        @Override
        public boolean row(int row, List<Cell> cells) {
            return true;
        }

        @Override
        public void oddity(Oddity oddity, int row, String place) {}
    }
}
