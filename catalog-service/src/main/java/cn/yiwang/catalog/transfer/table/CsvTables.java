package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** One CSV file, which is the table of items, or a zip archive with a CSV file for each table. */
final class CsvTables implements TableFile {

    private static final int LONGEST_FIELD = 2_000_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final int LONGEST_SHOWN = 40;
    private static final String SUFFIX = ".csv";

    private final @Nullable ZipFile zip;
    private final Map<String, Encodings.Content> contents = new LinkedHashMap<>();

    private CsvTables(@Nullable ZipFile zip) {
        this.zip = zip;
    }

    static CsvTables single(Path file, String table) {
        var tables = new CsvTables(null);
        tables.contents.put(table, () -> Files.newInputStream(file));
        return tables;
    }

    static CsvTables zipped(Path file) throws IOException {
        var zip = Archives.open(file);
        var tables = new CsvTables(zip);
        try {
            zip.stream()
                    .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(SUFFIX))
                    .forEach(entry -> tables.add(
                            tableName(entry.getName()), () -> new BoundedInput(zip.getInputStream(entry), MOST_BYTES)));
            return tables;
        } catch (UnreadableFileException e) {
            zip.close();
            throw e;
        }
    }

    /** Of two tables of one name, in different folders, nobody knows which is meant. */
    private void add(String table, Encodings.Content content) {
        if (contents.put(table, content) != null) {
            throw new UnreadableFileException(Reason.TABLE_TWICE, null, shown(table));
        }
    }

    private static String shown(String table) {
        return table.length() <= LONGEST_SHOWN ? table : table.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String tableName(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1, entry.length() - SUFFIX.length());
    }

    @Override
    public Set<String> tables() {
        return contents.keySet();
    }

    @Override
    public void read(String table, RowSink sink) {
        var content = contents.get(table);
        if (content == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        try (var text = Encodings.reader(content);
                var rows = CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(text)) {
            int number = 0;
            boolean headed = false;
            for (var row : rows) {
                number++;
                if (row.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (!headed) {
                    sink.header(number, row.getFields());
                    headed = true;
                } else if (!sink.row(number, cells(row.getFields()))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException(isBeyondBounds(e) ? Reason.CELL_BEYOND_BOUNDS : Reason.FILE_DAMAGED, e);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, e);
        }
    }

    /** The library tells a field that is too long from other damage by its words alone. */
    private static boolean isBeyondBounds(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("maximum") || message.contains("exceed")) {
                return true;
            }
        }
        return false;
    }

    private static List<Cell> cells(List<String> fields) {
        return fields.stream().map(Cell::text).toList();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
