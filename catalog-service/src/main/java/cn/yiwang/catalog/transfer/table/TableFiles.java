package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files of every kind. */
public final class TableFiles {

    private static final long MOST_BYTES = 512L << 20;

    private TableFiles() {}

    /**
     * Opens a file of tables; a single CSV file is the table of that name.
     *
     * @throws UnreadableFileException when it is damaged
     */
    public static TableFile open(Path file, FileKind kind, String soleTable) {
        try {
            return switch (kind) {
                case CSV -> CsvTables.single(file, soleTable);
                case ZIPPED_CSV -> CsvTables.zipped(file);
                case EXCEL -> ExcelTables.open(file);
                case JSON, ZIPPED_JSON -> throw new IllegalArgumentException(kind + " has no tables");
            };
        } catch (IOException e) {
            throw new UnreadableFileException(Reason.FILE_DAMAGED, e);
        }
    }

    /** The bytes of a JSON document, out of its archive if it lies in one. */
    public static InputStream document(Path file, FileKind kind) throws IOException {
        if (kind == FileKind.JSON) {
            return Files.newInputStream(file);
        }
        var zip = Archives.open(file);
        try {
            var entry = zip.stream().findFirst().orElseThrow(() -> new IOException("an empty archive"));
            return new BoundedInput(zip.getInputStream(entry), MOST_BYTES) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}
