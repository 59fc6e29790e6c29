package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.DivisionRegister;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.standards.BusinessItemCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Published versions, ready to be sent. Which version counts is asked of the database each time, by an index alone, so that every
 * instance answers with what was published last; the JSON of a version is made once per instance.
 */
@Repository
class PublishedVersions {

    static final String IN_FORCE = """
            SELECT gv.id, gv.version, gv.status, gv.row_version, bi.id AS item_id, bi.interrupted
              FROM business_item bi
              JOIN guide_version gv ON gv.business_item_id = bi.id
             WHERE bi.item_code = :code AND gv.status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
               AND gv.effective_from <= :day AND (gv.effective_to IS NULL OR gv.effective_to >= :day)
             ORDER BY gv.version DESC
             LIMIT 1""";

    static final String BY_NUMBER = """
            SELECT gv.id, gv.version, gv.status, gv.row_version, bi.id AS item_id, bi.interrupted
              FROM business_item bi
              JOIN guide_version gv ON gv.business_item_id = bi.id
             WHERE bi.item_code = :code AND gv.version = :version AND gv.status NOT IN ('DRAFT', 'IN_REVIEW')""";

    static final String EVER_PUBLISHED = """
            SELECT COUNT(*)
              FROM business_item bi
              JOIN guide_version gv ON gv.business_item_id = bi.id
             WHERE bi.item_code = :code AND gv.status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')""";

    static final String NUMBER_IN_FORCE = """
            SELECT version FROM guide_version
             WHERE business_item_id = :item AND status IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
               AND effective_from <= :day AND (effective_to IS NULL OR effective_to >= :day)
             ORDER BY version DESC
             LIMIT 1""";

    /** A few thousand guides of usual length. */
    private static final long READY_BYTES = 64L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final JdbcItems items;
    private final GuideVersions versions;
    private final ItemStates states;
    private final DivisionRegister divisions;
    private final ReadyJson ready = new ReadyJson(READY_BYTES);

    PublishedVersions(
            JdbcClient jdbc, JdbcItems items, GuideVersions versions, ItemStates states, DivisionRegister divisions) {
        this.jdbc = jdbc;
        this.items = items;
        this.versions = versions;
        this.states = states;
        this.divisions = divisions;
    }

    /** A version's JSON; the entity tag changes with anything in it. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Ready(byte[] json, String etag, GuideStatus status) {}

    private record Found(long id, int version, GuideStatus status, long rowVersion, long itemId, boolean interrupted) {

        String etag() {
            return "\"" + id + "-" + rowVersion + "\"";
        }
    }

    /** The version that can be applied for on a day; none on a day on which the item is not offered. */
    Optional<Ready> inForceOn(String itemCode, LocalDate day) {
        return offeredOn(itemCode, day).map(found -> ready(itemCode, found));
    }

    /** The number of that version. */
    Optional<Integer> numberOfferedOn(String itemCode, LocalDate day) {
        return offeredOn(itemCode, day).map(Found::version);
    }

    private Optional<Found> offeredOn(String itemCode, LocalDate day) {
        return BusinessItemCode.isValid(itemCode)
                ? jdbc.sql(IN_FORCE)
                        .param("code", itemCode)
                        .param("day", day)
                        .query(PublishedVersions::found)
                        .optional()
                        .filter(found -> !found.interrupted()
                                || states.on(found.itemId(), day).isEmpty())
                : Optional.empty();
    }

    /** The number of the version that applies on a day, whether the item is offered or not. */
    @Nullable Integer numberInForce(long item, LocalDate day) {
        return jdbc.sql(NUMBER_IN_FORCE)
                .param("item", item)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    Optional<Ready> find(String itemCode, int version) {
        return BusinessItemCode.isValid(itemCode)
                ? jdbc.sql(BY_NUMBER)
                        .param("code", itemCode)
                        .param("version", version)
                        .query(PublishedVersions::found)
                        .optional()
                        .map(found -> ready(itemCode, found))
                : Optional.empty();
    }

    boolean wasEverPublished(String itemCode) {
        return BusinessItemCode.isValid(itemCode)
                && jdbc.sql(EVER_PUBLISHED)
                                .param("code", itemCode)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private Ready ready(String itemCode, Found found) {
        return new Ready(ready.of(found.etag(), () -> json(itemCode, found)), found.etag(), found.status());
    }

    private byte[] json(String itemCode, Found found) {
        var item = items.find(itemCode).orElseThrow();
        return GuideJson.bytes(view(item, versions.find(item, found.version()).orElseThrow()));
    }

    private ItemVersionView view(BusinessItem item, GuideVersion version) {
        var code = item.knownCode();
        return new ItemVersionView(
                code.value(),
                version.version(),
                code.baseCode().value(),
                code.sequence(),
                item.name(),
                Coded.of(item.type()),
                new Named(item.bodyCode(), item.bodyName()),
                divisions.name(item.division()),
                Coded.of(item.level()),
                version.status(),
                version.effectiveFrom(),
                version.effectiveTo(),
                GuideJson.read(version.guide()));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getInt("version"),
                GuideStatus.valueOf(row.getString("status")),
                row.getLong("row_version"),
                row.getLong("item_id"),
                row.getBoolean("interrupted"));
    }
}
