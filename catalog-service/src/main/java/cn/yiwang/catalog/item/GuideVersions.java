package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.ItemStateController.VersionView;
import cn.yiwang.starter.http.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of guides; whoever changes them holds the lock of their item. */
@Repository
class GuideVersions {

    private static final String SELECT = """
            SELECT id, version, status, effective_from, effective_to, guide, editor, row_version
              FROM guide_version
            """;

    static final String RUNNING_OUT = """
            SELECT business_item_id
              FROM guide_version
             WHERE status = 'PUBLISHED' AND effective_to < :today
             ORDER BY effective_to
             LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    GuideVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The version as it is now, also in a transaction that began before its last change. */
    Optional<GuideVersion> findForChange(BusinessItem item, int version) {
        return jdbc.sql(SELECT + " WHERE business_item_id = :item AND version = :version FOR UPDATE")
                .param("item", item.id())
                .param("version", version)
                .query(GuideVersions::row)
                .optional();
    }

    Optional<GuideVersion> find(BusinessItem item, int version) {
        return jdbc.sql(SELECT + " WHERE business_item_id = :item AND version = :version")
                .param("item", item.id())
                .param("version", version)
                .query(GuideVersions::row)
                .optional();
    }

    Optional<GuideVersion> latestPublished(BusinessItem item) {
        return jdbc.sql(
                        SELECT
                                + " WHERE business_item_id = :item AND status = 'PUBLISHED' ORDER BY version DESC LIMIT 1 FOR UPDATE")
                .param("item", item.id())
                .query(GuideVersions::row)
                .optional();
    }

    /** The published versions with their days, the latest first. */
    List<VersionView> history(BusinessItem item) {
        return jdbc.sql("""
                SELECT version, status, effective_from, effective_to FROM guide_version
                 WHERE business_item_id = :item AND status NOT IN ('DRAFT', 'IN_REVIEW')
                 ORDER BY version DESC LIMIT 100""")
                .param("item", item.id())
                .query((row, number) -> new VersionView(
                        row.getInt("version"),
                        GuideStatus.valueOf(row.getString("status")),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)))
                .list();
    }

    /** Versions that apply or will. */
    List<GuideVersion> published(BusinessItem item) {
        return jdbc.sql(SELECT + " WHERE business_item_id = :item AND status = 'PUBLISHED' ORDER BY version FOR UPDATE")
                .param("item", item.id())
                .query(GuideVersions::row)
                .list();
    }

    /** Published versions whose last day is over. */
    List<GuideVersion> outdated(BusinessItem item, LocalDate today) {
        return jdbc.sql(SELECT + """
                 WHERE business_item_id = :item AND status = 'PUBLISHED' AND effective_to < :today
                 ORDER BY version FOR UPDATE""")
                .param("item", item.id())
                .param("today", today)
                .query(GuideVersions::row)
                .list();
    }

    /** The next version that was published after this one and came to apply; none when the item ended first. */
    Optional<Integer> successorOf(BusinessItem item, GuideVersion version) {
        return jdbc.sql("""
                SELECT version FROM guide_version
                 WHERE business_item_id = :item AND version > :version AND status NOT IN ('DRAFT', 'IN_REVIEW')
                   AND (effective_to IS NULL OR effective_to >= effective_from)
                 ORDER BY version
                 LIMIT 1""")
                .param("item", item.id())
                .param("version", version.version())
                .query(Integer.class)
                .optional();
    }

    /** Internal ids of items with a published version whose last day is over, longest first. */
    List<Long> itemsRunningOut(LocalDate today, int limit) {
        return jdbc.sql(RUNNING_OUT)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /**
     * Opens the next draft of an item.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one is open already
     */
    GuideVersion open(BusinessItem item, String guide, String editor) {
        int version = jdbc.sql(
                                "SELECT COALESCE(MAX(version), 0) FROM guide_version WHERE business_item_id = :item FOR UPDATE")
                        .param("item", item.id())
                        .query(Integer.class)
                        .single()
                + 1;
        jdbc.sql("""
                INSERT INTO guide_version (business_item_id, version, status, guide, editor, row_version, created_at)
                VALUES (:item, :version, 'DRAFT', :guide, :editor, 1, :now)""")
                .param("item", item.id())
                .param("version", version)
                .param("guide", guide)
                .param("editor", editor)
                .param("now", now())
                .update();
        var draft = findForChange(item, version).orElseThrow();
        remember(draft, editor);
        return draft;
    }

    private void remember(GuideVersion draft, String editor) {
        jdbc.sql("""
                INSERT INTO guide_editor (guide_version_id, subject) VALUES (:draft, :editor)
                ON DUPLICATE KEY UPDATE subject = subject""").param("draft", draft.id()).param("editor", editor).update();
    }

    /** Whether this person ever wrote on the draft. */
    boolean wasWrittenBy(GuideVersion draft, String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM guide_editor WHERE guide_version_id = :draft AND subject = :subject")
                        .param("draft", draft.id())
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void rewrite(GuideVersion draft, String guide, String editor, long seenVersion) {
        changed(jdbc.sql("""
                UPDATE guide_version SET guide = :guide, editor = :editor, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = 'DRAFT'""")
                .param("guide", guide)
                .param("editor", editor)
                .param("id", draft.id())
                .param("seen", seenVersion)
                .update());
        remember(draft, editor);
    }

    void publish(
            GuideVersion draft,
            GuideStatus status,
            LocalDate from,
            String guide,
            String publisher,
            @Nullable String note,
            long seenVersion) {
        changed(jdbc.sql("""
                UPDATE guide_version
                   SET status = :status, effective_from = :from, guide = :guide, publisher = :publisher, note = :note,
                       published_at = :now, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status IN ('DRAFT', 'IN_REVIEW')""")
                .param("status", status.name())
                .param("from", from)
                .param("guide", guide)
                .param("publisher", publisher)
                .param("note", note)
                .param("now", now())
                .param("id", draft.id())
                .param("seen", seenVersion)
                .update());
    }

    /** Moves an open draft on and returns its new row version. */
    long move(GuideVersion draft, GuideStatus status, long seenVersion) {
        changed(jdbc.sql("""
                UPDATE guide_version SET status = :status, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen AND status = :former""")
                .param("status", status.name())
                .param("id", draft.id())
                .param("seen", seenVersion)
                .param("former", draft.status().name())
                .update());
        return seenVersion + 1;
    }

    void end(GuideVersion version, GuideStatus status, LocalDate lastDay) {
        changed(jdbc.sql("""
                UPDATE guide_version SET status = :status, effective_to = :to, row_version = row_version + 1
                 WHERE id = :id AND row_version = :seen""")
                .param("status", status.name())
                .param("to", lastDay)
                .param("id", version.id())
                .param("seen", version.rowVersion())
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static GuideVersion row(ResultSet row, int number) throws SQLException {
        return new GuideVersion(
                row.getLong("id"),
                row.getInt("version"),
                GuideStatus.valueOf(row.getString("status")),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("guide"),
                row.getString("editor"),
                row.getLong("row_version"));
    }
}
