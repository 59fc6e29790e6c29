package cn.yiwang.application.guide;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guide versions that applications refer to: one row for each version that was ever applied under, never changed. Kept in memory
 * once read, since a version is a few kilobytes and there are about as many as there are items.
 */
@Repository
class PinnedGuides {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Long, PinnedGuide> byKey = new ConcurrentHashMap<>();
    private final Map<Version, PinnedGuide> byVersion = new ConcurrentHashMap<>();

    PinnedGuides(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the version if it is new here; what was kept before stands, whatever the catalog says now. */
    PinnedGuide pin(Guide guide) {
        Version version = new Version(guide.itemCode(), guide.version());
        PinnedGuide known = byVersion.get(version);
        return known != null ? known : remember(version, store(guide));
    }

    PinnedGuide get(long key) {
        PinnedGuide known = byKey.get(key);
        if (known != null) {
            return known;
        }
        PinnedGuide read = jdbc.sql("SELECT id, snapshot FROM pinned_guide WHERE id = :id")
                .param("id", key)
                .query((row, n) -> new PinnedGuide(row.getLong(1), json.readValue(row.getString(2), Guide.class)))
                .single();
        return remember(new Version(read.guide().itemCode(), read.guide().version()), read);
    }

    private PinnedGuide store(Guide guide) {
        Optional<PinnedGuide> stored = find(guide);
        if (stored.isPresent()) {
            return stored.get();
        }
        jdbc.sql("""
                INSERT INTO pinned_guide (item_code, version, snapshot)
                VALUES (:item, :version, :snapshot)
                ON DUPLICATE KEY UPDATE item_code = VALUES(item_code)
                """)
                .param("item", guide.itemCode())
                .param("version", guide.version())
                .param("snapshot", json.writeValueAsString(guide))
                .update();
        return find(guide).orElseThrow();
    }

    private Optional<PinnedGuide> find(Guide guide) {
        return jdbc.sql("SELECT id, snapshot FROM pinned_guide WHERE item_code = :item AND version = :version")
                .param("item", guide.itemCode())
                .param("version", guide.version())
                .query((row, n) -> new PinnedGuide(row.getLong(1), json.readValue(row.getString(2), Guide.class)))
                .optional();
    }

    private PinnedGuide remember(Version version, PinnedGuide guide) {
        byVersion.put(version, guide);
        byKey.put(guide.key(), guide);
        return guide;
    }

    private record Version(String itemCode, int version) {}
}
