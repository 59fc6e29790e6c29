package cn.yiwang.catalog.transfer;

import static cn.yiwang.catalog.transfer.TransferDesk.catalog;
import static cn.yiwang.catalog.transfer.TransferDesk.province;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Files of imports go when their time is over; what was done with them stays on record. */
@ServiceTest
@TestPropertySource(properties = TransferDesk.OWN_CATALOG)
class ForgetImportsTest {

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ForgetImports forget;

    @Test
    void a_refused_file_and_its_findings_go_after_their_time_and_not_before() throws Exception {
        var refused = new TransferDesk(mockMvc)
                .checked(province(), "bad.csv", "itemCode,name\nx,y\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.get("state").stringValue()).isEqualTo("REFUSED");
        forget.run();
        assertThat(rows("catalog_import_part", refused)).isOne();
        jdbc.sql("UPDATE catalog_import SET finished_at = finished_at - INTERVAL 31 DAY WHERE public_id = :id")
                .param("id", id(refused))
                .update();
        forget.run();
        assertThat(rows("catalog_import_part", refused)).isZero();
        assertThat(rows("catalog_import_finding", refused)).isZero();
        mockMvc.perform(get(TransferDesk.IMPORTS + "/" + refused.get("id").stringValue())
                        .with(province()))
                .andExpect(jsonPath("$.file.sha256")
                        .value(refused.at("/file/sha256").stringValue()));
    }

    @Test
    void a_checked_file_that_nobody_applies_is_given_up_and_then_forgotten() throws Exception {
        var desk = new TransferDesk(mockMvc);
        var checked = desk.checked(province(), "a.json", catalog("11430000MB1599860M", "000172914", 0, 3));
        assertThat(checked.get("state").stringValue()).isEqualTo("CHECKED");
        jdbc.sql("UPDATE catalog_import SET created_at = created_at - INTERVAL 31 DAY WHERE public_id = :id")
                .param("id", id(checked))
                .update();
        forget.run();
        mockMvc.perform(get(TransferDesk.IMPORTS + "/" + checked.get("id").stringValue())
                        .with(province()))
                .andExpect(jsonPath("$.state").value("STALE"));
        assertThat(rows("catalog_import_item", checked)).isEqualTo(3);
        desk.order(province(), checked).andExpect(jsonPath("$.type").value("/problems/catalog-import-not-applicable"));
        jdbc.sql("UPDATE catalog_import SET finished_at = finished_at - INTERVAL 31 DAY WHERE public_id = :id")
                .param("id", id(checked))
                .update();
        forget.run();
        assertThat(rows("catalog_import_item", checked)).isZero();
    }

    private int rows(String table, JsonNode found) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table
                        + " WHERE import_id = (SELECT id FROM catalog_import WHERE public_id = :id)")
                .param("id", id(found))
                .query(Integer.class)
                .single();
    }

    private static byte[] id(JsonNode found) {
        return Ids.toBytes(UUID.fromString(found.get("id").stringValue()));
    }
}
