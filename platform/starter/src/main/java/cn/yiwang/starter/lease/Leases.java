package cn.yiwang.starter.lease;

import cn.yiwang.starter.ids.Ids;
import java.time.Duration;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One instance's part of a task that is cut into slots.
 *
 * <p>Who renews is alive; the slots are shared out evenly among the living, and what a dead instance held is free when its lease has run
 * out. Time is the database's, so that instances need not agree on the hour; the holder itself stops earlier, by a clock that only moves
 * forward. Not thread-safe: one thread renews, works and releases.
 */
public final class Leases {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final String task;
    private final int slots;
    private final Duration duration;
    private final byte[] holder = Ids.toBytes(Ids.next());
    private Set<Integer> held = Set.of();
    private boolean declared;
    private long renewedAt;

    /** The transaction must be a new, short one at every use. */
    public Leases(JdbcClient jdbc, TransactionOperations transaction, String task, int slots, Duration duration) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.task = task;
        this.slots = slots;
        this.duration = duration;
        this.renewedAt = System.nanoTime() - duration.toNanos();
    }

    /** Renews when a quarter of the time has passed since the last renewal; call it before each piece of work. */
    public void renewIfDue() {
        if (System.nanoTime() - renewedAt >= duration.toNanos() / 4) {
            renew();
        }
    }

    /** Renews what is held, gives back what exceeds the fair share and takes what is free. */
    public void renew() {
        long started = System.nanoTime();
        held = transaction.execute(status -> renewInDatabase());
        renewedAt = started;
    }

    /** The slots held now; none when the lease could not be renewed in time. */
    public Set<Integer> held() {
        return System.nanoTime() - renewedAt < duration.toNanos() ? held : Set.of();
    }

    /** Gives everything back, so that the others need not wait for the lease to run out. */
    public void release() {
        held = Set.of();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE lease SET holder = NULL, held_until = UTC_TIMESTAMP(6) WHERE task = ? AND holder = ?")
                    .params(task, holder)
                    .update();
            jdbc.sql("DELETE FROM lease_member WHERE task = ? AND holder = ?")
                    .params(task, holder)
                    .update();
        });
    }

    private Set<Integer> renewInDatabase() {
        declareSlots();
        // One member at a time: two that renewed at once would each wait for the other's row.
        jdbc.sql("SELECT slot FROM lease WHERE task = ? FOR UPDATE")
                .param(task)
                .query(Integer.class)
                .list();
        long micros = duration.toNanos() / 1_000;
        jdbc.sql("""
                        INSERT INTO lease_member (task, holder, alive_until)
                        VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND)
                        ON DUPLICATE KEY UPDATE alive_until = VALUES(alive_until)""").params(task, holder, micros).update();
        jdbc.sql("DELETE FROM lease_member WHERE task = ? AND alive_until < UTC_TIMESTAMP(6)")
                .param(task)
                .update();
        int living = jdbc.sql("SELECT COUNT(*) FROM lease_member WHERE task = ?")
                .param(task)
                .query(Integer.class)
                .single();
        int share = Math.ceilDiv(slots, Math.max(1, living));
        int kept = jdbc.sql("""
                        UPDATE lease SET held_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
                        WHERE task = ? AND holder = ?""").params(micros, task, holder).update();
        if (kept > share) {
            jdbc.sql("""
                            UPDATE lease SET holder = NULL, held_until = UTC_TIMESTAMP(6)
                            WHERE task = ? AND holder = ? ORDER BY slot DESC LIMIT ?""").params(task, holder, kept - share).update();
        } else if (kept < share) {
            jdbc.sql("""
                            UPDATE lease SET holder = ?, held_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
                            WHERE task = ? AND held_until <= UTC_TIMESTAMP(6) ORDER BY slot LIMIT ?""").params(holder, micros, task, share - kept).update();
        }
        return Set.copyOf(jdbc.sql("SELECT slot FROM lease WHERE task = ? AND holder = ?")
                .params(task, holder)
                .query(Integer.class)
                .set());
    }

    private void declareSlots() {
        if (declared) {
            return;
        }
        for (int slot = 0; slot < slots; slot++) {
            jdbc.sql("""
                            INSERT INTO lease (task, slot, holder, held_until) VALUES (?, ?, NULL, UTC_TIMESTAMP(6))
                            ON DUPLICATE KEY UPDATE slot = VALUES(slot)""").params(task, slot).update();
        }
        declared = true;
    }
}
