package cn.yiwang.catalog.transfer.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tables whose rows come in turns; {@link #finish} makes the file whole. */
public interface TableWriter extends Closeable {

    void declare(String table, List<String> columns) throws IOException;

    /** A row of a declared table; null is an empty cell. No text of it runs as a formula in a spreadsheet program. */
    void row(String table, List<@Nullable String> values) throws IOException;

    void finish() throws IOException;
}
