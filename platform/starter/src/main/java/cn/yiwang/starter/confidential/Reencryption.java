package cn.yiwang.starter.confidential;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Seals the stored values of a column anew under the current key, so that an old key can leave the ring. */
public final class Reencryption {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ConfidentialCodec codec;

    public Reencryption(JdbcClient jdbc, TransactionOperations transaction, ConfidentialCodec codec) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.codec = codec;
    }

    /**
     * Walks a table by its {@code id} in batches, a transaction each. A value that somebody changes at the same moment is left alone: it is
     * sealed under the current key already.
     *
     * @param table and {@code column} come from the program, never from a request
     * @return how many values were sealed anew
     */
    public long run(String table, String column, int batchSize) {
        requireName(table);
        requireName(column);
        long renewed = 0;
        long position = 0;
        while (true) {
            long from = position;
            List<Row> rows = jdbc.sql(
                            "SELECT id, %2$s AS sealed FROM %1$s WHERE id > ? AND %2$s IS NOT NULL ORDER BY id LIMIT ?"
                                    .formatted(table, column))
                    .params(from, batchSize)
                    .query((row, _) -> new Row(row.getLong("id"), row.getBytes("sealed")))
                    .list();
            if (rows.isEmpty()) {
                return renewed;
            }
            Integer count = transaction.execute(status -> renew(table, column, rows));
            renewed += count;
            position = rows.getLast().id();
        }
    }

    private int renew(String table, String column, List<Row> rows) {
        String context = table + "." + column;
        int renewed = 0;
        for (Row row : rows) {
            if (codec.isOutdated(row.sealed())) {
                byte[] sealed = codec.seal(codec.open(row.sealed(), context), context);
                renewed += jdbc.sql("UPDATE %1$s SET %2$s = ? WHERE id = ? AND %2$s = ?".formatted(table, column))
                        .params(sealed, row.id(), row.sealed())
                        .update();
            }
        }
        return renewed;
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not the name of a table or column: " + name);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(long id, byte[] sealed) {}
}
