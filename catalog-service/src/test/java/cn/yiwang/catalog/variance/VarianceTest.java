package cn.yiwang.catalog.variance;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.item.TestItems;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.ProvinceDesk;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The same item with no visit in one county and one in the next is found. */
@ServiceTest
class VarianceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestItems testItems;

    /** Each offer is a body, a sequence and its visits; each variance a sequence and the values with their number. */
    @ParameterizedTest
    @CsvSource({
        "A:01:0 B:01:0,               '',  ''",
        "A:01:0 B:01:1,               '',  '01 0x1 1x1'",
        "A:01:0 B:01:1 C:01:1,        '',  '01 1x2 0x1'",
        "A:01:0 B:02:1,               '',  ''",
        "A:01:0 B:01:1 A:02:0 B:02:2, '',  '01 0x1 1x1, 02 0x1 2x1'",
        "A:01:1 B:01:1,               0,   '01 1x2'",
        "A:01:0 B:01:0,               0,   ''",
    })
    void what_differs(String offers, String standard, String variances) {
        var found = Variance.among(
                Arrays.stream(offers.split(" "))
                        .map(offer -> offer.split(":"))
                        .map(part -> new Offer(
                                part[0] + part[1], part[1], part[0], part[0], Map.of(Aspect.VISITS, part[2]), Map.of()))
                        .toList(),
                standard.isEmpty() ? Map.of() : Map.of(Aspect.VISITS, standard));
        assertThat(found.stream()
                        .map(variance -> variance.sequence() + " "
                                + variance.values().stream()
                                        .map(value -> value.value() + "x" + value.count())
                                        .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(variances);
    }

    @Test
    void the_report_names_the_bodies_and_the_reasons() throws Exception {
        var desk = new ProvinceDesk(mockMvc);
        var base = "430172851W00";
        desk.createBaseItem(base, "各地不一的备案");
        desk.enter(base, Persona.SECOND_BODY, "3", """
                {"aspect": "NAME", "value": "住建口的备案", "reason": "机构改革过渡"}""");
        testItems.published(Persona.LEAD_BODY, base, "01", "备案");
        testItems.published(Persona.SECOND_BODY, base, "01", "备案登记");
        testItems.published(Persona.FOREIGN_BODY, base, "01", "备案");
        var report = JSON.readTree(
                mockMvc.perform(get("/api/v1/base-items/{base}/variances", base).with(Tokens.as(SUPERVISOR)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(report.get("guides").intValue()).isEqualTo(3);
        assertThat(report.get("complete").booleanValue()).isTrue();
        var name = report.get("variances")
                .valueStream()
                .filter(variance -> variance.get("aspect").stringValue().equals("NAME"))
                .findFirst()
                .orElseThrow();
        assertThat(name.at("/values/0/value").stringValue()).isEqualTo("备案");
        assertThat(name.at("/values/0/count").intValue()).isEqualTo(2);
        assertThat(name.at("/values/1/bodies/0/body/code").stringValue()).isEqualTo(Persona.SECOND_BODY);
        assertThat(name.at("/values/1/bodies/0/reason").stringValue()).isEqualTo("机构改革过渡");
        var aspects = report.get("variances")
                .valueStream()
                .map(variance -> variance.get("aspect").stringValue())
                .toList();
        // All three guides agree with each other about materials, and none with the standard.
        assertThat(aspects).contains("MATERIALS").doesNotContain("VISITS");
    }

    @Test
    void the_report_is_for_staff_and_for_base_items() throws Exception {
        var desk = new ProvinceDesk(mockMvc);
        desk.refused(
                get("/api/v1/base-items/430199999W00/variances").with(Tokens.as(CATALOG_EDITOR)), 404, "not-found");
        desk.refused(get("/api/v1/base-items/000172005000/variances").with(Tokens.as(AGENT)), 403, "forbidden");
        desk.refused(get("/api/v1/base-items/000172005000/variances"), 401, "unauthenticated");
    }

    @Test
    void one_query_reads_by_keys() {
        var plan = jdbc.sql("EXPLAIN " + Offers.IN_FORCE)
                .params(Map.of("base", "000172005000", "day", "2026-11-22", "limit", 10))
                .query()
                .listOfRows();
        // A table of a few rows may be read whole; what counts is that each one can be read by a key.
        assertThat(plan).extracting(row -> row.get("possible_keys")).doesNotContainNull();
    }
}
