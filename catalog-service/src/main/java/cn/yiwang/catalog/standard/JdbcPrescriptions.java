package cn.yiwang.catalog.standard;

import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.standards.ImplementationCode;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPrescriptions implements Prescriptions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    JdbcPrescriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Prescription> of(ImplementationCode implementation) {
        var standard = jdbc.sql("""
                SELECT st.standard
                  FROM base_item ba
                  JOIN base_item_standard st ON st.base_item_id = ba.id AND st.in_force = 1
                 WHERE ba.code = :base""")
                .param("base", implementation.baseCode().value())
                .query(String.class)
                .optional();
        return standard.map(json -> new Prescription(JSON.readValue(json, Standard.class), justified(implementation)));
    }

    private EnumSet<Aspect> justified(ImplementationCode implementation) {
        var aspects = EnumSet.noneOf(Aspect.class);
        jdbc.sql("""
                SELECT de.aspect
                  FROM implementation im
                  JOIN implementation_deviation de ON de.implementation_id = im.id
                 WHERE im.code = :code""").param("code", implementation.value()).query(row -> {
            aspects.add(Aspect.valueOf(row.getString("aspect")));
        });
        return aspects;
    }

    @Override
    public long revision() {
        return jdbc.sql("SELECT COALESCE(SUM(standard_revision), 0) FROM base_item")
                .query(Long.class)
                .single();
    }
}
