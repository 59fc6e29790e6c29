package cn.yiwang.catalog.transfer.table;

import java.io.Closeable;
import java.util.Set;

/** A file of one or more tables with names. */
public interface TableFile extends Closeable {

    /** The names in the order of the file. */
    Set<String> tables();

    /**
     * Reads a table from its beginning.
     *
     * @throws UnreadableFileException when the file is damaged, hostile or beyond the bounds
     */
    void read(String table, RowSink sink);
}
