package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.BaseItems.BaseItem;
import cn.yiwang.catalog.standard.Deviation;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.standards.ImplementationCode;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Base items as bodies carry them out, with their deviations. */
@Repository
class Implementations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Implementations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An implementation, as stored; an older one may have no source of authority on record. */
    record Implementation(
            long id,
            ImplementationCode code,
            String bodyName,
            String division,
            @Nullable String authoritySource,
            @Nullable LocalDate endedOn,
            long rowVersion) {}

    /** Finds an implementation by its code; any other text finds nothing. */
    Optional<Implementation> find(String code) {
        return !ImplementationCode.isValid(code)
                ? Optional.empty()
                : jdbc.sql("""
                SELECT im.id, im.code, bo.name AS body_name, bo.division, im.authority_source, im.ended_on,
                       im.row_version
                  FROM implementation im
                  JOIN body bo ON bo.id = im.body_id
                 WHERE im.code = :code""")
                        .param("code", code)
                        .query(Implementations::implementation)
                        .optional();
    }

    List<Deviation> deviations(Implementation implementation) {
        return jdbc.sql("""
                SELECT aspect, value, reason FROM implementation_deviation
                 WHERE implementation_id = :id ORDER BY aspect""")
                .param("id", implementation.id())
                .query((row, number) -> new Deviation(
                        Aspect.valueOf(row.getString("aspect")), row.getString("value"), row.getString("reason")))
                .list();
    }

    /** The items under an implementation. */
    List<String> itemCodes(Implementation implementation) {
        return jdbc.sql("""
                SELECT item_code FROM business_item
                 WHERE implementation_id = :id AND item_code IS NOT NULL ORDER BY item_code LIMIT 99""")
                .param("id", implementation.id())
                .query(String.class)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the body carries the item out already */
    void add(ImplementationCode code, BaseItem base, AuthoritySource source, List<Deviation> deviations) {
        jdbc.sql("""
                INSERT INTO implementation (code, base_item_id, body_id, level, authority_source, created_at)
                SELECT :code, :base, id, :level, :source, :now FROM body WHERE body.code = :body""")
                .param("code", code.value())
                .param("base", base.id())
                .param("level", code.level().code())
                .param("source", source.code())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("body", code.body().value())
                .update();
        insert(find(code.value()).orElseThrow(), deviations);
    }

    /** From when on an implementation is out of use, also when that was decided since the transaction began. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<LocalDate> endOf(Implementation implementation) {
        return jdbc.sql("SELECT ended_on FROM implementation WHERE id = :id FOR UPDATE")
                .param("id", implementation.id())
                .query((row, number) -> Optional.ofNullable(row.getObject("ended_on", LocalDate.class)))
                .single();
    }

    /** Puts these deviations in place of those on record. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replaceDeviations(Implementation implementation, List<Deviation> deviations, long seenVersion) {
        int rows = jdbc.sql("""
                UPDATE implementation SET row_version = row_version + 1 WHERE id = :id AND row_version = :seen""")
                .param("id", implementation.id())
                .param("seen", seenVersion)
                .update();
        if (rows == 0) {
            throw new StaleVersionException();
        }
        jdbc.sql("DELETE FROM implementation_deviation WHERE implementation_id = :id")
                .param("id", implementation.id())
                .update();
        insert(implementation, deviations);
    }

    private void insert(Implementation implementation, List<Deviation> deviations) {
        for (var deviation : deviations) {
            jdbc.sql("""
                    INSERT INTO implementation_deviation (implementation_id, aspect, value, reason)
                    VALUES (:id, :aspect, :value, :reason)""")
                    .param("id", implementation.id())
                    .param("aspect", deviation.aspect().name())
                    .param("value", deviation.value())
                    .param("reason", deviation.reason())
                    .update();
        }
    }

    private static Implementation implementation(ResultSet row, int number) throws SQLException {
        return new Implementation(
                row.getLong("id"),
                new ImplementationCode(row.getString("code")),
                row.getString("body_name"),
                row.getString("division"),
                row.getString("authority_source"),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("row_version"));
    }
}
