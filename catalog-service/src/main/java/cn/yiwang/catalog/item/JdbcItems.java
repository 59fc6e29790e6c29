package cn.yiwang.catalog.item;

import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcItems implements Items {

    static final String COLUMNS = """
            bi.id, bi.public_id, bi.item_code, bi.name, ba.type, im.level,
            bo.code AS body_code, bo.name AS body_name, bo.division""";

    static final String TABLES = """
             FROM business_item bi
             JOIN implementation im ON im.id = bi.implementation_id
             JOIN base_item ba ON ba.id = im.base_item_id
             JOIN body bo ON bo.id = im.body_id
            """;

    static final String BY_CODE = "SELECT " + COLUMNS + TABLES + " WHERE bi.item_code = :code";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<BusinessItem> find(String itemCode) {
        return BusinessItemCode.isValid(itemCode)
                ? jdbc.sql(BY_CODE)
                        .param("code", itemCode)
                        .query(JdbcItems::item)
                        .optional()
                : Optional.empty();
    }

    Optional<BusinessItem> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + TABLES + " WHERE bi.id = :id")
                .param("id", id)
                .query(JdbcItems::item)
                .optional();
    }

    @Override
    public Optional<BusinessItem> findWithoutCode(String bodyCode, String name) {
        return jdbc.sql("SELECT " + COLUMNS + TABLES
                        + " WHERE bo.code = :body AND bi.item_code IS NULL AND bi.name = :name")
                .param("body", bodyCode)
                .param("name", name)
                .query(JdbcItems::item)
                .optional();
    }

    /**
     * Keeps everybody else from changing the versions of an item until the transaction ends; every change begins here, which
     * gives the locks one order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(BusinessItem item) {
        jdbc.sql("SELECT id FROM business_item WHERE id = :id FOR UPDATE")
                .param("id", item.id())
                .query(Long.class)
                .single();
    }

    /** The same for work that an item which ended does not allow. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockForWork(BusinessItem item) {
        lock(item);
        var status = ItemStatus.valueOf(jdbc.sql("SELECT status FROM business_item WHERE id = :id FOR UPDATE")
                .param("id", item.id())
                .query(String.class)
                .single());
        if (status == ItemStatus.WITHDRAWN || status == ItemStatus.ABOLISHED) {
            throw new ProblemException(
                    CatalogProblem.ITEM_STATUS_FORBIDS, status.coded().label());
        }
    }

    /** Counts one more event of a locked item and returns its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    long nextEvent(BusinessItem item) {
        jdbc.sql("UPDATE business_item SET event_count = event_count + 1 WHERE id = :id")
                .param("id", item.id())
                .update();
        return jdbc.sql("SELECT event_count FROM business_item WHERE id = :id FOR UPDATE")
                .param("id", item.id())
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public BusinessItem add(NewItem item) {
        var implementation = implementationOf(item);
        var code = item.code();
        jdbc.sql("""
                INSERT INTO business_item (public_id, implementation_id, item_code, sequence, name, event_count, created_at)
                VALUES (:publicId, :implementation, :code, :sequence, :name, 0, :now)""")
                .param("publicId", Ids.toBytes(Ids.next()))
                .param("implementation", implementation)
                .param("code", code == null ? null : code.value())
                .param("sequence", code == null ? null : code.sequence())
                .param("name", item.name())
                .param("now", now())
                .update();
        return (code == null ? findWithoutCode(item.body().value(), item.name()) : find(code.value())).orElseThrow();
    }

    private long implementationOf(NewItem item) {
        var base = baseItemOf(item);
        var code = item.code() == null ? null : item.code().implementation().value();
        jdbc.sql("""
                INSERT INTO implementation (code, base_item_id, body_id, level, created_at)
                SELECT :code, :base, id, :level, :now FROM body WHERE body.code = :body
                ON DUPLICATE KEY UPDATE base_item_id = VALUES(base_item_id)""")
                .param("code", code)
                .param("base", base)
                .param("level", item.level().code())
                .param("now", now())
                .param("body", item.body().value())
                .update();
        return jdbc.sql("""
                SELECT im.id FROM implementation im JOIN body bo ON bo.id = im.body_id
                 WHERE im.base_item_id = :base AND bo.code = :body AND im.level = :level""")
                .param("base", base)
                .param("body", item.body().value())
                .param("level", item.level().code())
                .query(Long.class)
                .single();
    }

    private long baseItemOf(NewItem item) {
        @Nullable String code = item.code() == null ? null : item.code().baseCode().value();
        var known = code == null
                ? jdbc.sql("SELECT id FROM base_item WHERE code IS NULL AND name = :name")
                        .param("name", item.baseName())
                        .query(Long.class)
                        .optional()
                : jdbc.sql("SELECT id FROM base_item WHERE code = :code")
                        .param("code", code)
                        .query(Long.class)
                        .optional();
        return known.orElseGet(() -> {
            jdbc.sql("INSERT INTO base_item (code, name, type, created_at) VALUES (:code, :name, :type, :now)")
                    .param("code", code)
                    .param("name", item.baseName())
                    .param("type", item.type().code())
                    .param("now", now())
                    .update();
            return baseItemOf(item);
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static BusinessItem item(ResultSet row, int number) throws SQLException {
        var code = row.getString("item_code");
        return new BusinessItem(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                code == null ? null : new BusinessItemCode(code),
                row.getString("name"),
                ItemType.ofCode(row.getString("type")),
                ServiceLevel.ofCode(row.getString("level")),
                row.getString("body_code"),
                row.getString("body_name"),
                new DivisionCode(row.getString("division")));
    }
}
