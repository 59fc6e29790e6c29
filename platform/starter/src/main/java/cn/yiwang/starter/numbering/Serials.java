package cn.yiwang.starter.numbering;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Serials from 1 for each series, unique over all instances.
 *
 * <p>Each instance takes them in blocks, small at first and larger while they are used up, so that the counter's row is no bottleneck. A
 * block that an instance dies with leaves a gap; whoever may not have gaps counts in the transaction of the effect instead.
 */
public final class Serials {

    private static final int FIRST_BLOCK = 4;
    private static final int LARGEST_BLOCK = 256;
    private static final int MOST_SERIES = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations ownTransaction;
    private final ConcurrentHashMap<String, Block> blocks = new ConcurrentHashMap<>();

    /** The transaction must be a new one at every use. */
    Serials(JdbcClient jdbc, TransactionOperations ownTransaction) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
    }

    /**
     * The next serial of a series.
     *
     * @param series at most 60 ascii characters, for example a code and a day
     */
    public long next(String series) {
        if (blocks.size() > MOST_SERIES) {
            // Series usually carry a day: what is forgotten here only leaves gaps in series of the past.
            blocks.clear();
        }
        while (true) {
            Block block =
                    blocks.compute(series, (key, held) -> held == null || held.isEmpty() ? take(key, held) : held);
            long serial = block.take();
            if (serial > 0) {
                return serial;
            }
        }
    }

    private Block take(String series, @Nullable Block used) {
        int size = used == null ? FIRST_BLOCK : Math.min(used.size() * 2, LARGEST_BLOCK);
        Long next = ownTransaction.execute(transaction -> {
            jdbc.sql("""
                    INSERT INTO serial (series, next_value) VALUES (:series, 1 + :size)
                    ON DUPLICATE KEY UPDATE next_value = next_value + :size
                    """).param("series", series).param("size", size).update();
            return jdbc.sql("SELECT next_value FROM serial WHERE series = :series")
                    .param("series", series)
                    .query(Long.class)
                    .single();
        });
        return new Block(next - size, size);
    }

    private static final class Block {

        private final long end;
        private final int size;
        private final AtomicLong next;

        Block(long first, int size) {
            this.next = new AtomicLong(first);
            this.end = first + size;
            this.size = size;
        }

        int size() {
            return size;
        }

        boolean isEmpty() {
            return next.get() >= end;
        }

        /** The next serial, 0 when another thread took the last one. */
        long take() {
            long serial = next.getAndIncrement();
            return serial < end ? serial : 0;
        }
    }
}
