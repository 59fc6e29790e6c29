package cn.yiwang.catalog.transfer;

import static cn.yiwang.catalog.transfer.TransferDesk.province;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.transfer.content.ItemHead;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.testsupport.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A large workbook is checked and applied at a pace that leaves 20,000 items within minutes. {@code -Dyiwang.import.items=20000} tries
 * that number itself.
 */
@ServiceTest
@TestPropertySource(properties = TransferDesk.OWN_CATALOG)
class ImportSpeedTest {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSpeedTest.class);
    private static final int ITEMS = Integer.getInteger("yiwang.import.items", 1_000);
    private static final Duration MOST_FOR_20_000 = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_large_workbook_is_applied_within_minutes() throws Exception {
        var desk = new TransferDesk(mockMvc);
        var file = workbook();
        long started = System.nanoTime();
        var checked = desk.checked(province(), "large.xlsx", file);
        long between = System.nanoTime();
        assertThat(checked.at("/changes/added").intValue())
                .as(checked.toString())
                .isEqualTo(ITEMS);
        assertThat(desk.applied(province(), checked).get("state").stringValue()).isEqualTo("APPLIED");
        var check = Duration.ofNanos(between - started);
        var apply = Duration.ofNanos(System.nanoTime() - between);
        LOG.info("{} items in {} bytes of Excel: checked in {}, applied in {}", ITEMS, file.length, check, apply);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM business_item WHERE item_code LIKE '11430000MB1599860M20001729%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ITEMS);
        // Half a minute goes to what does not depend on the number.
        assertThat(check.plus(apply))
                .isLessThan(
                        MOST_FOR_20_000.multipliedBy(ITEMS).dividedBy(20_000).plusSeconds(30));
    }

    private static byte[] workbook() throws IOException {
        var template = Guides.pharmacyJson();
        var file = new ByteArrayOutputStream();
        try (var writer = ExportFormat.XLSX.writer(file)) {
            for (int i = 0; i < ITEMS; i++) {
                var code = new BusinessItemCode("11430000MB1599860M20001729%05d%02d".formatted(i / 99, i % 99 + 1));
                writer.item(new ItemHead(code, "示例事项" + i, "示例基本事项" + i / 99), guide(template, code));
            }
            writer.finish();
        }
        return file.toByteArray();
    }

    private static Guide guide(ObjectNode template, BusinessItemCode code) {
        var guide = template.deepCopy();
        // The questions name materials of the template by their codes.
        guide.remove(List.of("situations", "form", "places", "faq", "rights", "duties"));
        var prefix = "M" + code.baseCode() + code.sequence();
        guide.get("materials").forEach(material -> ((ObjectNode) material)
                .put("code", prefix + material.get("code").stringValue().substring(15)));
        return JSON.treeToValue(guide, Guide.class);
    }
}
