package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.CatalogImport.Counts;
import cn.yiwang.catalog.transfer.ImportEvent.ApplicationOrdered;
import cn.yiwang.catalog.transfer.ImportEvent.WaitedTooLong;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imports. Whoever works on one writes with the number of the attempt; a later attempt shuts the earlier one out. */
@Repository
class Imports {

    static final String LIST = "SELECT * FROM catalog_import WHERE id < :before ORDER BY id DESC LIMIT :limit";

    static final String LIST_OF_BODY = """
            SELECT * FROM catalog_import
             WHERE owner = :owner AND id < :before
             ORDER BY id DESC
             LIMIT :limit""";

    static final String NEXT = """
            SELECT * FROM catalog_import
             WHERE state IN ('WAITING', 'APPLYING') AND MOD(id, :slots) IN (:held)
             ORDER BY id
             LIMIT 1""";

    static final String CHECKED_LONG_AGO = """
            SELECT id FROM catalog_import
             WHERE state = 'CHECKED' AND created_at < :before
             ORDER BY id
             LIMIT :limit""";

    static final String TO_EMPTY = """
            SELECT id FROM catalog_import
             WHERE emptied_at IS NULL AND finished_at < :before
             ORDER BY finished_at
             LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters an import whose parts follow in the same transaction; returns its internal id. */
    long add(UUID publicId, @Nullable String owner, String editor, String fileName, long size, String sha256) {
        jdbc.sql("""
                INSERT INTO catalog_import (public_id, owner, created_by, created_at, file_name, file_size, file_sha256, state, attempt,
                       rows_read, items_checked, items_applied, items_new, items_changed, items_unchanged, blocking, advice, row_version)
                VALUES (:publicId, :owner, :editor, :now, :name, :size, :sha256, :state, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)""")
                .param("publicId", Ids.toBytes(publicId))
                .param("owner", owner)
                .param("editor", editor)
                .param("now", UtcTime.of(clock.instant()))
                .param("name", fileName)
                .param("size", size)
                .param("sha256", sha256)
                .param("state", ImportLifecycle.TABLE.initial().name())
                .update();
        return find(publicId).orElseThrow().id();
    }

    Optional<CatalogImport> find(UUID publicId) {
        return jdbc.sql("SELECT * FROM catalog_import WHERE public_id = :id")
                .param("id", Ids.toBytes(publicId))
                .query(Imports::row)
                .optional();
    }

    /** The import as it is now, held until the transaction ends. */
    Optional<CatalogImport> lock(UUID publicId) {
        return jdbc.sql("SELECT * FROM catalog_import WHERE public_id = :id FOR UPDATE")
                .param("id", Ids.toBytes(publicId))
                .query(Imports::row)
                .optional();
    }

    /** Imports in the order from the latest; those of one body, or all. */
    List<CatalogImport> list(@Nullable String owner, long before, int limit) {
        var statement = owner == null ? jdbc.sql(LIST) : jdbc.sql(LIST_OF_BODY).param("owner", owner);
        return statement
                .param("before", before)
                .param("limit", limit)
                .query(Imports::row)
                .list();
    }

    /** The oldest import with work to do in these slots. */
    Optional<CatalogImport> next(int slots, Set<Integer> held) {
        return jdbc.sql(NEXT)
                .param("slots", slots)
                .param("held", held)
                .query(Imports::row)
                .optional();
    }

    /** Takes the work up; what an earlier attempt still tries to write fails from here on. */
    Attempt begin(CatalogImport found) {
        int changed = jdbc.sql("""
                UPDATE catalog_import SET attempt = attempt + 1, row_version = row_version + 1
                 WHERE id = :id AND attempt = :attempt AND state = :state""")
                .param("id", found.id())
                .param("attempt", found.attempt())
                .param("state", found.state().name())
                .update();
        if (changed == 0) {
            throw new TakenOverException();
        }
        return new Attempt(found, found.attempt() + 1);
    }

    /** Says how far the attempt is. */
    void progress(Attempt attempt, Counts counts) {
        write(attempt, attempt.subject().state(), counts, false);
    }

    /** Ends the attempt by an event. */
    void finish(Attempt attempt, ImportEvent event, Counts counts) {
        var state = ImportLifecycle.after(attempt.subject().state(), event);
        write(attempt, state, counts, ImportLifecycle.TABLE.isFinal(state));
    }

    private void write(Attempt attempt, ImportState state, Counts counts, boolean isFinal) {
        int changed = jdbc.sql("""
                UPDATE catalog_import
                   SET state = :state, rows_read = :rowsRead, items_checked = :checked, items_applied = :applied, items_new = :new,
                       items_changed = :changed, items_unchanged = :unchanged, blocking = :blocking, advice = :advice,
                       finished_at = :finished, row_version = row_version + 1
                 WHERE id = :id AND attempt = :attempt AND state = :before""")
                .param("state", state.name())
                .param("rowsRead", counts.rowsRead())
                .param("checked", counts.itemsChecked())
                .param("applied", counts.itemsApplied())
                .param("new", counts.itemsNew())
                .param("changed", counts.itemsChanged())
                .param("unchanged", counts.itemsUnchanged())
                .param("blocking", counts.blocking())
                .param("advice", counts.advice())
                .param("finished", isFinal ? UtcTime.of(clock.instant()) : null)
                .param("id", attempt.subject().id())
                .param("attempt", attempt.number())
                .param("before", attempt.subject().state().name())
                .update();
        if (changed == 0) {
            throw new TakenOverException();
        }
    }

    /** Has a checked import applied; the caller must have seen its present version. The instances count their attempts anew. */
    void order(CatalogImport checked, String editor, long seenVersion) {
        int changed = jdbc.sql("""
                UPDATE catalog_import
                   SET state = :state, ordered_by = :editor, attempt = 0, items_applied = 0, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND state = :before""")
                .param(
                        "state",
                        ImportLifecycle.after(checked.state(), new ApplicationOrdered())
                                .name())
                .param("editor", editor)
                .param("id", checked.id())
                .param("seen", seenVersion)
                .param("before", checked.state().name())
                .update();
        if (changed == 0) {
            throw new StaleVersionException();
        }
    }

    /** Imports that were brought in before then, and that nobody wanted to have applied. */
    List<Long> uselesslyCheckedBefore(Instant before, int limit) {
        return old(CHECKED_LONG_AGO, before, limit);
    }

    /** Imports that ended before then and still have their files. */
    List<Long> finishedBefore(Instant before, int limit) {
        return old(TO_EMPTY, before, limit);
    }

    private List<Long> old(String sql, Instant before, int limit) {
        return jdbc.sql(sql)
                .param("before", UtcTime.of(before))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Ends a checked import that waited too long, unless somebody has it applied now. */
    void giveUpWaiting(long id) {
        jdbc.sql("""
                UPDATE catalog_import SET state = :state, finished_at = :now, row_version = row_version + 1
                 WHERE id = :id AND state = 'CHECKED'""")
                .param(
                        "state",
                        ImportLifecycle.after(ImportState.CHECKED, new WaitedTooLong())
                                .name())
                .param("now", UtcTime.of(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Says that nothing but the record of an import is left. */
    void emptied(long id) {
        jdbc.sql("UPDATE catalog_import SET emptied_at = :now WHERE id = :id")
                .param("now", UtcTime.of(clock.instant()))
                .param("id", id)
                .update();
    }

    /** One instance's work on an import. */
    record Attempt(CatalogImport subject, int number) {}

    /** Another instance has taken the import up since. */
    static final class TakenOverException extends RuntimeException {
        TakenOverException() {
            super("another instance works on the import");
        }
    }

    private static CatalogImport row(ResultSet row, int number) throws SQLException {
        return new CatalogImport(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("owner"),
                row.getString("created_by"),
                UtcTime.read(row, "created_at"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("file_sha256"),
                ImportState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                new Counts(
                        row.getInt("rows_read"),
                        row.getInt("items_checked"),
                        row.getInt("items_applied"),
                        row.getInt("items_new"),
                        row.getInt("items_changed"),
                        row.getInt("items_unchanged"),
                        row.getInt("blocking"),
                        row.getInt("advice")),
                row.getString("ordered_by"),
                UtcTime.readNullable(row, "finished_at"),
                row.getLong("row_version"));
    }
}
