package cn.yiwang.catalog.transfer;

import static cn.yiwang.catalog.transfer.TransferDesk.catalog;
import static cn.yiwang.catalog.transfer.TransferDesk.province;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file comes in, is checked, applied, and goes out as it came. */
@ServiceTest
@TestPropertySource(properties = TransferDesk.OWN_CATALOG)
class ImportCatalogTest {

    private static final String BODY = "11430000MB1599860M";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    private TransferDesk desk;

    @BeforeEach
    void sit() {
        desk = new TransferDesk(mockMvc);
    }

    @Test
    void a_file_is_checked_first_and_changes_nothing() throws Exception {
        var before = count("SELECT COUNT(*) FROM guide_version");
        var checked = desk.checked(province(), "目录.json", catalog(BODY, "000172901", 0, 120));
        assertThat(checked.get("state").stringValue()).isEqualTo("CHECKED");
        assertThat(checked.at("/changes/added").intValue()).isEqualTo(120);
        assertThat(checked.at("/progress/itemsChecked").intValue()).isEqualTo(120);
        assertThat(checked.at("/file/name").stringValue()).isEqualTo("目录.json");
        assertThat(count("SELECT COUNT(*) FROM guide_version")).isEqualTo(before);
    }

    @Test
    void applying_makes_drafts_and_applying_the_same_file_again_changes_nothing() throws Exception {
        var file = catalog(BODY, "000172902", 0, 1_100);
        var applied = desk.applied(province(), desk.checked(province(), "a.json", file));
        assertThat(applied.get("state").stringValue()).isEqualTo("APPLIED");
        assertThat(applied.at("/progress/itemsApplied").intValue()).isEqualTo(1_100);
        assertThat(count("""
                SELECT COUNT(*) FROM guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE bi.item_code LIKE '%3000172902%' AND gv.status = 'DRAFT' AND gv.version = 1""")).isEqualTo(1_100);
        assertThat(count("SELECT COUNT(*) FROM base_item WHERE code LIKE '000172902%'"))
                .isEqualTo(12);
        await().untilAsserted(() -> assertThat(
                        count("SELECT COUNT(*) FROM catalog_import_item WHERE item_code LIKE '%3000172902%'"))
                .isZero());
        var revisions = count("SELECT SUM(row_version) FROM guide_version");
        var again = desk.checked(province(), "b.json", file);
        assertThat(again.at("/changes/unchanged").intValue()).isEqualTo(1_100);
        assertThat(desk.applied(province(), again).get("state").stringValue()).isEqualTo("APPLIED");
        assertThat(count("SELECT SUM(row_version) FROM guide_version")).isEqualTo(revisions);
    }

    @Test
    void what_an_editor_imported_a_publisher_publishes_but_not_the_editor() throws Exception {
        desk.applied(province(), desk.checked(province(), "a.json", catalog(BODY, "000172903", 0, 1)));
        var item = BODY + "300017290300001";
        var drafts = "/api/v1/items/" + item + "/drafts/1";
        var publication = post(drafts + "/publications")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content("{\"effectiveFrom\":\"2027-01-01\",\"note\":\"理由\"}");
        mockMvc.perform(publication.with(Tokens.staff("editor-" + BODY)
                        .department(BODY)
                        .division("430000")
                        .roles(Role.CATALOG_PUBLISHER)
                        .asRequest()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/publisher-is-editor"));
    }

    /** Guides of a province differ in little but their codes, so that their workbook packs extremely well. */
    @Test
    void a_workbook_of_a_thousand_like_guides_comes_back() throws Exception {
        var body = "11430700MBEX00044E";
        var editor = TransferDesk.editorOf(body, Persona.CHANGDE);
        desk.applied(province(), desk.checked(province(), "a.json", catalog(body, "000172906", 0, 1_000)));
        var file = desk.export(editor, body, "xlsx", "drafts");
        var checked = desk.checked(editor, "back.xlsx", file);
        assertThat(desk.findings(editor, checked, "en")).isEmpty();
        assertThat(checked.get("state").stringValue()).as(checked.toString()).isEqualTo("CHECKED");
        assertThat(checked.at("/changes/unchanged").intValue()).isGreaterThanOrEqualTo(1_000);
        assertThat(checked.at("/changes/changed").intValue()).isZero();
    }

    @Test
    void what_was_ended_since_the_check_is_not_revived() throws Exception {
        var made = desk.applied(province(), desk.checked(province(), "a.json", catalog(BODY, "000172908", 0, 1)));
        assertThat(made.get("state").stringValue()).isEqualTo("APPLIED");
        var again = new String(catalog(BODY, "000172908", 0, 1), StandardCharsets.UTF_8)
                .replace("\"visits\":1", "\"visits\":0");
        var checked = desk.checked(province(), "b.json", again.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.at("/changes/changed").intValue())
                .as(checked.toString())
                .isOne();
        jdbc.sql("UPDATE business_item SET status = 'ABOLISHED' WHERE item_code LIKE '%3000172908%'")
                .update();
        desk.order(province(), checked)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/catalog-changed-since-check"));

        var fresh = desk.checked(province(), "c.json", catalog(BODY, "000172909", 0, 100));
        jdbc.sql(
                        "INSERT INTO base_item (code, name, type, created_at, ended_on) VALUES ('000172909001', 'x', '01', NOW(6), NOW())")
                .update();
        desk.order(province(), fresh).andExpect(status().isConflict());
    }

    @Test
    void a_base_item_has_one_name_in_a_file() throws Exception {
        var file = new String(catalog(BODY, "000172910", 0, 2), StandardCharsets.UTF_8);
        var tree = JSON.readTree(file);
        ((ObjectNode) tree.at("/items/1")).put("baseName", "另一名称");
        assertThat(desk.findings(province(), desk.checked(province(), "d.json", JSON.writeValueAsBytes(tree)), "en"))
                .extracting(found -> found.get("code").stringValue())
                .contains("base-item-named-twice");
    }

    @Test
    void an_export_says_how_many_items_it_cannot_hold() throws Exception {
        int missing = count("""
                SELECT COUNT(*) FROM business_item bi JOIN implementation im ON im.id = bi.implementation_id
                  JOIN body bo ON bo.id = im.body_id WHERE bi.item_code IS NULL AND bo.code = '%s'""".formatted(Persona.LEAD_BODY));
        var drafts = get("/api/v1/catalog-exports").param("body", Persona.LEAD_BODY);
        mockMvc.perform(drafts.param("content", "drafts").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(header().longValue("Items-Without-Code", missing));
        mockMvc.perform(get("/api/v1/catalog-exports").param("body", Persona.LEAD_BODY))
                .andExpect(header().doesNotExist("Items-Without-Code"));
    }

    /** A draft may break the rules of publication; whoever brings it in learns of it all the same. */
    @Test
    void what_would_keep_a_guide_from_publication_is_said_beforehand() throws Exception {
        var file = new String(catalog(BODY, "000172907", 0, 1), StandardCharsets.UTF_8);
        var changed = JSON.readTree(file);
        ((ObjectNode) changed.at("/items/0/guide/timeLimits/promised")).put("amount", 99);
        var checked = desk.checked(province(), "a.json", JSON.writeValueAsBytes(changed));
        assertThat(checked.get("state").stringValue()).isEqualTo("CHECKED");
        assertThat(desk.findings(province(), checked, "zh-CN"))
                .filteredOn(found -> found.get("code").stringValue().equals("publish-rule.promised-within-statutory"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.get("severity").stringValue()).isEqualTo("ADVICE");
                    assertThat(found.at("/place/column").stringValue()).startsWith("/guide/timeLimits/promised");
                    assertThat(found.get("text").stringValue()).isNotBlank();
                    assertThat(found.get("remedy").stringValue()).contains("草稿");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void what_goes_out_comes_back_without_a_change(String format) throws Exception {
        var file = desk.export(Tokens.as(CATALOG_EDITOR), Persona.LEAD_BODY, format, "drafts");
        var checked = desk.checked("back." + format, file);
        assertThat(desk.findings(Tokens.as(CATALOG_EDITOR), checked, "en")).isEmpty();
        assertThat(checked.get("state").stringValue()).isEqualTo("CHECKED");
        assertThat(checked.at("/changes/added").intValue()).isZero();
        assertThat(checked.at("/changes/changed").intValue()).isZero();
        assertThat(checked.at("/changes/unchanged").intValue()).isGreaterThan(10);
    }

    @Test
    void a_change_in_a_spreadsheet_becomes_the_draft_of_the_next_version() throws Exception {
        var second = TransferDesk.editorOf("11431223MBEX00007G", "431223");
        var made = desk.checked(province(), "a.json", catalog("11431223MBEX00007G", "000172904", 0, 3));
        desk.applied(province(), made);
        var file = new String(desk.export(second, "11431223MBEX00007G", "json", "drafts"), StandardCharsets.UTF_8);
        var changed = desk.checked(
                second,
                "b.json",
                file.replaceFirst("\"requiredAssurance\":2", "\"requiredAssurance\":3")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(changed.at("/changes/changed").intValue()).isEqualTo(1);
        assertThat(changed.at("/changes/unchanged").intValue()).isEqualTo(2);
        desk.applied(second, changed);
        assertThat(count("""
                SELECT COUNT(*) FROM guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE bi.item_code LIKE '11431223MBEX00007G3000172904%' AND gv.row_version = 2""")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM guide_editor WHERE subject = 'editor-11431223MBEX00007G'"))
                .isEqualTo(1);
    }

    @Test
    void a_catalog_that_changed_in_the_meantime_is_noticed() throws Exception {
        desk.applied(province(), desk.checked(province(), "a.json", catalog(BODY, "000172905", 0, 2)));
        var file = new String(catalog(BODY, "000172905", 0, 2), StandardCharsets.UTF_8)
                .replace("\"requiredAssurance\":2", "\"requiredAssurance\":4");
        var checked = desk.checked(province(), "b.json", file.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.at("/changes/changed").intValue()).isEqualTo(2);
        jdbc.sql("""
                UPDATE guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                   SET gv.row_version = gv.row_version + 1 WHERE bi.item_code = :code""").param("code", BODY + "300017290500002").update();
        desk.order(province(), checked)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/catalog-changed-since-check"));
        assertThat(desk.settled(province(), checked.get("id").stringValue())
                        .get("state")
                        .stringValue())
                .isEqualTo("CHECKED");
    }

    @Test
    void a_file_with_faults_is_refused_and_says_where_and_how_to_mend_them() throws Exception {
        var csv = firstEntry(desk.export(Tokens.as(CATALOG_EDITOR), Persona.LEAD_BODY, "csv", "published"));
        var headings = csv.substring(0, csv.indexOf('\r'));
        var faulty = headings + "\r\n11431000MB1938149M300017200500001,=1+1\r\n";
        var checked = desk.checked("坏.csv", faulty.getBytes(Charset.forName("GBK")));
        assertThat(checked.get("state").stringValue()).isEqualTo("REFUSED");
        assertThat(checked.at("/findings/blocking").intValue()).isPositive();
        var english = desk.findings(Tokens.as(CATALOG_EDITOR), checked, "en");
        var chinese = desk.findings(Tokens.as(CATALOG_EDITOR), checked, "zh-CN");
        assertThat(english)
                .hasSize(checked.at("/findings/blocking").intValue()
                        + checked.at("/findings/advice").intValue());
        assertThat(english).extracting(found -> found.get("code").stringValue()).contains("column-missing");
        assertThat(english.getFirst().get("remedy").stringValue()).isNotBlank();
        assertThat(chinese.getFirst().get("text").stringValue())
                .isNotEqualTo(english.getFirst().get("text").stringValue());
        desk.order(Tokens.as(CATALOG_EDITOR), checked)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/catalog-import-not-applicable"));
    }

    @Test
    void items_of_others_unknown_bodies_and_unknown_base_items_are_found() throws Exception {
        var foreign = desk.checked("a.json", catalog(Persona.FOREIGN_BODY, "000172906", 0, 1));
        assertThat(codes(foreign)).containsExactly("item-of-another-body");
        var unknownBase = desk.checked("b.json", catalog(Persona.LEAD_BODY, "000172907", 0, 1));
        assertThat(codes(unknownBase)).containsExactly("base-item-unknown");
        var unknownBody = desk.checked(province(), "c.json", catalog("91431000MA4YWT0E1N", "000172906", 0, 1));
        assertThat(desk.findings(province(), unknownBody, "en"))
                .extracting(found -> found.get("code").stringValue())
                .containsExactly("body-unknown");
        var renamed = new String(catalog(Persona.LEAD_BODY, "000172005", 0, 1), StandardCharsets.UTF_8);
        assertThat(codes(desk.checked("d.json", renamed.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("item-has-another-name");
    }

    @Test
    void the_published_catalog_is_for_everybody() throws Exception {
        mockMvc.perform(get("/api/v1/catalog-exports").param("body", Persona.LEAD_BODY))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].itemCode").isNotEmpty());
    }

    private static String firstEntry(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    private List<String> codes(JsonNode found) throws Exception {
        return desk.findings(Tokens.as(CATALOG_EDITOR), found, "en").stream()
                .map(entry -> entry.get("code").stringValue())
                .toList();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
