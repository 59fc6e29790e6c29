package cn.yiwang.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.guide.Material;
import cn.yiwang.standards.division.Divisions;
import cn.yiwang.testsupport.ServiceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The seed is in the catalog when the service is up. */
@ServiceTest
class ImportSeedTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportSeed importSeed;

    @Autowired
    private MockMvc mockMvc;

    @Test
    void all_119_items_are_there_and_one_of_them_at_a_second_body() {
        assertThat(SeedFiles.items()).hasSize(120);
        assertThat(count("SELECT COUNT(DISTINCT COALESCE(CONCAT(ba.code, bi.sequence), bi.name)) FROM business_item bi"
                        + " JOIN implementation im ON im.id = bi.implementation_id"
                        + " JOIN base_item ba ON ba.id = im.base_item_id"))
                .isEqualTo(119);
    }

    @Test
    void items_without_a_code_stay_drafts_and_all_others_are_published() throws Exception {
        assertThat(count("""
                SELECT COUNT(*) FROM guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE gv.status = 'DRAFT' AND bi.item_code IS NULL""")).isEqualTo(3);
        for (var item : SeedFiles.items()) {
            var code = item.code();
            if (code != null) {
                mockMvc.perform(get("/api/v1/items/{code}/versions/1", code.value()))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.name").value(item.name()))
                        .andExpect(jsonPath("$.effectiveFrom").value("2026-01-01"));
            }
        }
    }

    @Test
    void each_published_item_left_exactly_one_event() {
        assertThat(count("SELECT COUNT(DISTINCT aggregate_id) FROM outbox_event WHERE event_sequence = 1"))
                .isEqualTo(117);
    }

    @Test
    void importing_again_from_many_instances_at_once_changes_nothing() throws Exception {
        var before = count("SELECT COUNT(*) FROM guide_version");
        jdbc.sql("UPDATE seed_import SET digest = NULL WHERE name = 'catalog'").update();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                runs.add(pool.submit((Callable<Void>) () -> {
                    importSeed.run();
                    return null;
                }));
            }
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(count("SELECT COUNT(*) FROM guide_version")).isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM seed_import WHERE digest IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void every_body_lies_in_a_division_in_force_and_invented_ones_say_so() {
        for (var body : SeedFiles.bodies()) {
            assertThat(Divisions.bundled().find(body.division(), LocalDate.of(2026, 11, 22)))
                    .as(body.name())
                    .isPresent();
            assertThat(body.name().endsWith("（示例）")).as(body.name()).isEqualTo(body.example());
        }
    }

    @Test
    void the_licence_for_devices_of_class_three_has_its_standard_and_every_guide_under_it_keeps_it() throws Exception {
        mockMvc.perform(get("/api/v1/base-items/000172028000"))
                .andExpect(jsonPath("$.standardVersion").value(1))
                .andExpect(jsonPath("$.standard.basis[1].documentNumber").value("国家市场监督管理总局令第54号"))
                .andExpect(jsonPath("$.standard.duties[0].stage").value("受理责任"));
        mockMvc.perform(get("/api/v1/items/11431000MB1938148M300017202800002/versions/1"))
                .andExpect(jsonPath("$.guide.basis[0].documentNumber").value("国务院令第739号"));
    }

    @Test
    void the_plainest_item_asks_for_nothing_and_one_body_reviews_it() {
        var guide = SeedFiles.guide("11431000MB1938148M300017200500005").orElseThrow();
        assertThat(guide.materials()).noneMatch(material -> material.necessity() == Material.Necessity.REQUIRED);
        assertThat(guide.links())
                .filteredOn(link -> link.kind().name().equals("REVIEW"))
                .hasSize(1);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
