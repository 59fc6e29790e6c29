package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.table.FileKind;
import cn.yiwang.catalog.transfer.table.TableFiles;
import cn.yiwang.catalog.transfer.table.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Reads a file of any kind into items. */
public final class CatalogReader {

    public static final int MOST_ITEMS = 50_000;

    private CatalogReader() {}

    /** Takes the items one by one. */
    public interface Sink {
        void item(ProposedItem item);
    }

    /**
     * Reads the whole file; what is wrong with it is found, not thrown.
     *
     * @param rowsRead told now and then how many rows were read, so that the progress is seen and a reader that lost its task stops by
     *     an exception of its own
     */
    public static void read(Path file, Findings findings, Sink sink, IntConsumer rowsRead) {
        try {
            var kind = FileKind.of(file);
            switch (kind) {
                case CSV, ZIPPED_CSV, EXCEL -> {
                    try (var tables = TableFiles.open(file, kind, TableCatalog.ITEMS);
                            var catalog = new TableCatalog(tables, findings, rowsRead)) {
                        catalog.read(sink);
                    }
                }
                case JSON, ZIPPED_JSON -> new JsonCatalog(findings, rowsRead).read(file, kind, sink);
            }
        } catch (UnreadableFileException e) {
            findings.blocking(Place.ofFile(), e.reason().code(), e.arguments().toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
