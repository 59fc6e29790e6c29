package cn.yiwang.catalog.succession;

import cn.yiwang.catalog.item.EndItem.GoesOnAs;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.starter.ids.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of successions, and the codes they end. */
@Repository
class Successions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Successions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A code of the catalog: its name, and from when on it is out of use. */
    record Known(String code, String name, @Nullable LocalDate endedOn) {}

    /** A succession on record. */
    record Recorded(UUID id, Succession succession, LocalDate effectiveOn, String basis) {}

    /** Locks the codes, all in one order, and returns those the catalog knows. */
    Map<String, Known> lock(Collection<String> codes) {
        var known = new LinkedHashMap<String, Known>();
        for (var code : codes.stream().sorted().distinct().toList()) {
            var sql = Succession.isImplementation(code)
                    ? """
                    SELECT im.code, ba.name, im.ended_on
                      FROM implementation im JOIN base_item ba ON ba.id = im.base_item_id
                     WHERE im.code = :code FOR UPDATE"""
                    : "SELECT code, name, ended_on FROM base_item WHERE code = :code FOR UPDATE";
            jdbc.sql(sql)
                    .param("code", code)
                    .query((row, number) -> new Known(
                            row.getString("code"), row.getString("name"), row.getObject("ended_on", LocalDate.class)))
                    .optional()
                    .ifPresent(found -> known.put(code, found));
        }
        return known;
    }

    UUID record(Succession succession, LocalDate effectiveOn, String basis, String decidedBy) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO succession (public_id, kind, effective_on, basis, decided_by, decided_at)
                VALUES (:id, :kind, :on, :basis, :by, :now)""")
                .param("id", Ids.toBytes(id))
                .param("kind", succession.kind().name())
                .param("on", effectiveOn)
                .param("basis", basis)
                .param("by", decidedBy)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        succession.from().forEach(code -> insert(id, "FROM", code));
        succession.to().forEach(code -> insert(id, "TO", code));
        return id;
    }

    private void insert(UUID id, String side, String code) {
        jdbc.sql("""
                INSERT INTO succession_code (succession_id, side, code)
                SELECT id, :side, :code FROM succession WHERE public_id = :id""")
                .param("side", side)
                .param("code", code)
                .param("id", Ids.toBytes(id))
                .update();
    }

    Optional<Recorded> find(UUID id) {
        return jdbc.sql("SELECT id, kind, effective_on, basis FROM succession WHERE public_id = :id")
                .param("id", Ids.toBytes(id))
                .query((row, number) -> new Recorded(
                        id,
                        new Succession(
                                Succession.Kind.valueOf(row.getString("kind")),
                                codes(row.getLong("id"), "FROM"),
                                codes(row.getLong("id"), "TO")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("basis")))
                .optional();
    }

    private List<String> codes(long succession, String side) {
        return jdbc.sql("SELECT code FROM succession_code WHERE succession_id = :id AND side = :side ORDER BY code")
                .param("id", succession)
                .param("side", side)
                .query(String.class)
                .list();
    }

    /** Ends the code itself, and the implementations of a base item. */
    void end(String code, LocalDate on) {
        if (Succession.isImplementation(code)) {
            jdbc.sql("UPDATE implementation SET ended_on = :on WHERE code = :code")
                    .param("on", on)
                    .param("code", code)
                    .update();
            return;
        }
        jdbc.sql("""
                UPDATE implementation SET ended_on = :on
                 WHERE base_item_id = (SELECT id FROM base_item WHERE code = :code) AND ended_on IS NULL""").param("on", on).param("code", code).update();
        jdbc.sql("UPDATE base_item SET ended_on = :on WHERE code = :code")
                .param("on", on)
                .param("code", code)
                .update();
    }

    /** The business items under a code that have not ended, in the order of their ids, which is the order of their locks. */
    List<String> itemsUnder(String code) {
        return jdbc.sql("""
                SELECT bi.item_code
                  FROM business_item bi
                  JOIN implementation im ON im.id = bi.implementation_id
                  JOIN base_item ba ON ba.id = im.base_item_id
                 WHERE %s AND bi.item_code IS NOT NULL AND bi.status IN ('IN_USE', 'SUSPENDED')
                 ORDER BY bi.id""".formatted(Succession.isImplementation(code) ? "im.code = :code" : "ba.code = :code"))
                .param("code", code)
                .query(String.class)
                .list();
    }

    /**
     * Where an item goes on under each of the codes: as the item of the same sequence there, else as the same body's implementation,
     * else as the code itself.
     */
    List<GoesOnAs> goesOnAs(BusinessItemCode item, List<String> codes) {
        var goesOn = new ArrayList<GoesOnAs>();
        for (var code : codes) {
            var implementation = Succession.isImplementation(code)
                    ? code
                    : ImplementationCode.of(item.body(), item.level(), new BaseCode(code))
                            .value();
            goesOn.add(jdbc.sql("""
                    SELECT item_code AS code, name, 1 AS preference FROM business_item
                     WHERE item_code = :item AND status IN ('IN_USE', 'SUSPENDED')
                    UNION ALL
                    SELECT im.code, ba.name, 2 FROM implementation im JOIN base_item ba ON ba.id = im.base_item_id
                     WHERE im.code = :implementation
                    UNION ALL
                    SELECT code, name, 3 FROM base_item WHERE code = :code
                     ORDER BY preference LIMIT 1""")
                    .param("item", implementation + item.sequence())
                    .param("implementation", implementation)
                    .param("code", code)
                    .query((row, number) -> new GoesOnAs(row.getString("code"), row.getString("name")))
                    .single());
        }
        return goesOn;
    }
}
