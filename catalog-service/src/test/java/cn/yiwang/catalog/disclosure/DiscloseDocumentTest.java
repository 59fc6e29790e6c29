package cn.yiwang.catalog.disclosure;

import static cn.yiwang.catalog.disclosure.DisclosureDesk.DRAFTS;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.ITEM;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.content;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.today;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The life of a document: written, reviewed for secrecy by somebody else, public for its time, archived. */
@ServiceTest
class DiscloseDocumentTest {

    private static final String TOPIC = "yiwang.catalog";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RetireDocuments sweep;

    private DisclosureDesk desk;

    @BeforeEach
    void open() {
        desk = new DisclosureDesk(mockMvc);
    }

    @AfterEach
    void present() {
        MovableClock.shared().reset();
    }

    @Test
    void a_document_is_public_only_after_review_and_publication() throws Exception {
        var draft = desk.open(content("第三类医疗器械经营审查细则"));
        notPublic(draft.id());
        var submitted = desk.requestReview(draft);
        notPublic(draft.id());
        var cleared = desk.review(submitted, "PASSED");
        notPublic(draft.id());
        assertThat(desk.readAs(CATALOG_EDITOR, DRAFTS + "/" + draft.id())
                        .get("cleared")
                        .booleanValue())
                .isTrue();

        desk.publish(cleared, today(), null, null);
        var read = desk.read("/api/v1/documents/" + draft.id());
        assertThat(read.get("text").stringValue()).isEqualTo("第一条 质量管理人员在职在岗。\n第二条 贮存条件相称。");
        assertThat(read.at("/kind/label").stringValue()).isEqualTo("审查细则");
        assertThat(read.at("/body/name").stringValue()).isEqualTo("郴州市市场监督管理局");
        assertThat(read.get("inForce").booleanValue()).isTrue();
        for (var list : new String[] {
            "/api/v1/documents",
            "/api/v1/documents?kind=REVIEW_RULE",
            "/api/v1/documents?body=11431000MB1938148M",
            "/api/v1/documents?item=000172028000",
            "/api/v1/documents?item=" + ITEM,
            "/api/v1/documents?from=" + today() + "&to=" + today(),
            "/api/v1/items/" + ITEM + "/documents?kind=REVIEW_RULE",
        }) {
            assertThat(ids(desk.read(list + (list.contains("?") ? "&" : "?") + "limit=100")))
                    .as(list)
                    .contains(draft.id());
        }
        for (var list : new String[] {
            "/api/v1/documents?kind=FAQ",
            "/api/v1/documents?body=11430700MBEX00044E",
            "/api/v1/documents?item=000172005000",
            "/api/v1/documents?from=" + today().plusDays(1),
            "/api/v1/documents?expired=true",
            "/api/v1/items/11431000MB1938148M300017200500001/documents",
        }) {
            assertThat(ids(desk.read(list))).as(list).doesNotContain(draft.id());
        }
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        var id = desk.published("不变的通知").id();
        var etag = mockMvc.perform(get("/api/v1/documents/{id}", id))
                .andExpect(header().string("Cache-Control", "no-cache, public"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mockMvc.perform(get("/api/v1/documents/{id}", id).header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified());
    }

    @Test
    void its_time_passes_and_each_step_happens_once_however_often_one_looks() throws Exception {
        var id = desk.publish(desk.cleared("三天有效的通知"), today().plusDays(1), today().plusDays(3), today().plusDays(10))
                .id();
        notPublic(id);
        pass(1);
        assertThat(desk.read("/api/v1/documents/" + id).get("inForce").booleanValue())
                .isTrue();
        pass(3);
        // Before any sweep the day itself decides.
        assertThat(desk.read("/api/v1/documents/" + id).get("inForce").booleanValue())
                .isFalse();
        assertThat(ids(desk.read("/api/v1/documents?limit=100"))).doesNotContain(id);
        sweep.run();
        sweep.run();
        assertThat(statusOf(id)).isEqualTo("EXPIRED");
        assertThat(ids(desk.read("/api/v1/documents?expired=true&limit=100"))).contains(id);
        pass(6);
        notPublic(id);
        sweep.run();
        sweep.run();
        assertThat(statusOf(id)).isEqualTo("ARCHIVED");
        assertThat(desk.readAs(CATALOG_EDITOR, DRAFTS + "/" + id).get("status").stringValue())
                .isEqualTo("ARCHIVED");
        assertThat(Topics.awaitCount(TOPIC, id, 1)).hasSize(1);
    }

    @Test
    void the_news_fits_the_contract_and_a_withdrawn_document_is_gone() throws Exception {
        var published = desk.published("收回的通知");
        desk.withdraw(published);
        notPublic(published.id());
        var staff = desk.readAs(CATALOG_PUBLISHER, DRAFTS + "/" + published.id());
        assertThat(staff.get("status").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(staff.get("ground").stringValue()).isEqualTo("内容有误");
        var news = Topics.awaitCount(TOPIC, published.id(), 2);
        assertThat(news)
                .extracting(event -> event.get("type").stringValue() + " "
                        + event.get("sequence").stringValue())
                .containsExactly(
                        "cn.yiwang.catalog.document-published.v1 1", "cn.yiwang.catalog.document-withdrawn.v1 2");
        news.forEach(event -> Contracts.checkEvent("catalog", event));
        for (var type :
                new String[] {"cn.yiwang.catalog.document-published.v1", "cn.yiwang.catalog.document-withdrawn.v1"}) {
            Contracts.checkEvent("catalog", Contracts.example("catalog", type));
        }
    }

    @Test
    void a_refusal_ends_it_with_its_reasons_on_record() throws Exception {
        var refused = desk.review(desk.requestReview(desk.open(content("不宜公开"))), "REFUSED");
        var staff = desk.readAs(CATALOG_EDITOR, DRAFTS + "/" + refused.id());
        assertThat(staff.get("status").stringValue()).isEqualTo("REFUSED");
        assertThat(staff.get("ground").stringValue()).isEqualTo("对照保密事项范围逐项核对");
        assertThat(jdbc.sql("SELECT CONCAT(outcome, ' ', reviewer) FROM secrecy_review ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED catalog-publisher");
        notPublic(refused.id());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        for (var i = 0; i < 5; i++) {
            desk.published("逐页通知" + i);
        }
        for (var list : new String[] {"/api/v1/documents?limit=2", DRAFTS + "?limit=2"}) {
            var seen = new ArrayList<String>();
            var after = "";
            do {
                var page = desk.readAs(CATALOG_EDITOR, list + after);
                seen.addAll(ids(page));
                after = page.get("next").isNull()
                        ? ""
                        : "&after=" + page.get("next").stringValue();
            } while (!after.isEmpty());
            assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_staff_list_is_by_status_and_kind() throws Exception {
        var draft = desk.open(content("待审的草稿"));
        assertThat(ids(desk.readAs(CATALOG_EDITOR, DRAFTS + "?status=DRAFT&kind=REVIEW_RULE&limit=100")))
                .contains(draft.id());
        assertThat(ids(desk.readAs(CATALOG_EDITOR, DRAFTS + "?status=CLEARED&limit=100")))
                .doesNotContain(draft.id());
    }

    @Test
    void a_document_is_found_by_its_words_while_it_is_public_and_never_otherwise() throws Exception {
        var draft = desk.open(content("冷链药品贮存运输指南"));
        assertThat(found("冷链药品")).isEmpty();
        var cleared = desk.review(desk.requestReview(draft), "PASSED");
        assertThat(found("冷链药品")).isEmpty();
        var published = desk.publish(cleared, today().plusDays(2), null, null);
        assertThat(found("冷链药品")).isEmpty();
        pass(2);
        for (var words : List.of("冷链药品", "冷鏈藥品", "贮存 冷链", "冷链贮存相称", "〔2026〕1号 冷链")) {
            assertThat(found(words)).as(words).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(found("冷链药品")).containsExactly(draft.id());
        assertThat(found("冷鏈藥品")).containsExactly(draft.id());
        assertThat(found("贮存 冷链")).containsExactly(draft.id());
        assertThat(found("链")).containsExactly(draft.id());
        assertThat(found("冷链食品")).isEmpty();
        assertThat(found("！？%_")).isEmpty();
        desk.withdraw(published);
        assertThat(found("冷链药品")).isEmpty();
    }

    @Test
    void the_guide_page_names_what_was_disclosed_about_the_item() throws Exception {
        var page = "/api/v1/items/" + ITEM + "/guide-page";
        var before = mockMvc.perform(get(page)).andReturn().getResponse();
        assertThat(before.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("库房温湿度监测细则");
        var published = desk.published("库房温湿度监测细则");
        var after = mockMvc.perform(get(page).header("If-None-Match", before.getHeader("ETag")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(after.getContentAsString(StandardCharsets.UTF_8)).contains("相关公开信息", "库房温湿度监测细则");
        desk.withdraw(published);
        assertThat(mockMvc.perform(get(page)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("库房温湿度监测细则");
    }

    private List<String> found(String words) throws Exception {
        var answer = mockMvc.perform(
                        get("/api/v1/documents").param("query", words).param("limit", "100"))
                .andExpect(status().isOk());
        return ids(DisclosureDesk.JSON.readTree(
                answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)));
    }

    @Test
    void hostile_text_is_only_text() throws Exception {
        var hostile = "<script>alert(1)</script> '; DROP TABLE body; -- {{7*7}} 🈚 𠮷";
        var id = desk.published(hostile).id();
        assertThat(desk.read("/api/v1/documents/" + id).get("title").stringValue())
                .isEqualTo(hostile);
        mockMvc.perform(get("/api/v1/documents/{id}", id))
                .andExpect(header().string("Content-Type", "application/json"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    private void notPublic(String id) throws Exception {
        mockMvc.perform(get("/api/v1/documents/{id}", id)).andExpect(status().isNotFound());
        assertThat(ids(desk.read("/api/v1/documents?limit=100"))).doesNotContain(id);
        assertThat(ids(desk.read("/api/v1/items/" + ITEM + "/documents?limit=100")))
                .doesNotContain(id);
    }

    private String statusOf(String id) throws Exception {
        return desk.readAs(CATALOG_EDITOR, DRAFTS + "/" + id).get("status").stringValue();
    }

    private static void pass(int days) {
        MovableClock.shared().advance(Duration.ofDays(days));
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(entry -> ids.add(entry.get("id").stringValue()));
        return ids;
    }
}
