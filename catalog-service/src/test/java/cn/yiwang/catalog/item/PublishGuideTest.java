package cn.yiwang.catalog.item;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a guide: an editor writes, somebody else publishes, readers see it from its day on. */
@ServiceTest
class PublishGuideTest {

    private static final String TOPIC = "yiwang.catalog";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private Items items;

    @Autowired
    private SupersedeOutdatedGuides sweep;

    private CatalogDesk desk;

    @BeforeEach
    void open() {
        desk = new CatalogDesk(mockMvc);
    }

    @Test
    void a_second_version_replaces_the_first_from_today_on() throws Exception {
        var item = "11431000MB1938148M300017200500002";
        var draft = desk.draftOf(item, guide -> guide.put("requiredAssurance", 3));
        assertThat(draft.version()).isEqualTo(2);
        mockMvc.perform(get("/api/v1/items/{item}", item))
                .andExpect(jsonPath("$.version").value(1));
        mockMvc.perform(get("/api/v1/items/{item}/versions/2", item)).andExpect(status().isNotFound());

        desk.publish(draft, today(), "核对过来源")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/items/" + item + "/versions/2"))
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.status").value("PUBLISHED"));

        var now = read("/api/v1/items/" + item);
        assertThat(now.get("version").intValue()).isEqualTo(2);
        assertThat(now.at("/guide/requiredAssurance").intValue()).isEqualTo(3);
        Contracts.check("catalog/item-version.schema.json", now);
        var first = read("/api/v1/items/" + item + "/versions/1");
        assertThat(first.get("status").stringValue()).isEqualTo("SUPERSEDED");
        assertThat(first.get("effectiveTo").stringValue())
                .isEqualTo(today().minusDays(1).toString());
        Contracts.check("catalog/item-version.schema.json", first);
        assertThat(read("/api/v1/items/" + item + "?on=" + today().minusDays(1))
                        .get("version")
                        .intValue())
                .isEqualTo(1);
        assertThat(read("/api/v1/items?query=药店变更")
                        .at("/items/0/implementations/0/version")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void the_news_is_published_once_for_each_step_and_fits_the_contract() throws Exception {
        var item = "11431000MB1938148M300017200500003";
        desk.publish(desk.draftOf(item, guide -> guide), today(), "核对过来源").andExpect(status().isCreated());
        var subject = items.find(item).orElseThrow().publicId().toString();
        var news = Topics.awaitCount(TOPIC, subject, 3);
        assertThat(news)
                .extracting(event -> event.get("type").stringValue())
                .containsExactly(
                        "cn.yiwang.catalog.item-published.v1",
                        "cn.yiwang.catalog.item-superseded.v1",
                        "cn.yiwang.catalog.item-published.v1");
        assertThat(news)
                .extracting(event -> event.get("sequence").stringValue())
                .containsExactly("1", "2", "3");
        news.forEach(event -> Contracts.checkEvent("catalog", event));
        assertThat(news.getLast().at("/data/previousVersion").intValue()).isEqualTo(1);
        for (var type : new String[] {"cn.yiwang.catalog.item-published.v1", "cn.yiwang.catalog.item-superseded.v1"}) {
            Contracts.checkEvent("catalog", Contracts.example("catalog", type));
        }
    }

    @Test
    void a_version_for_a_later_day_waits_for_it() throws Exception {
        var item = "11431000MB1938148M300017200500004";
        var day = today().plusDays(10);
        desk.publish(desk.draftOf(item, guide -> guide), day, "核对过来源").andExpect(status().isCreated());
        assertThat(read("/api/v1/items/" + item).get("version").intValue()).isEqualTo(1);
        assertThat(read("/api/v1/items/" + item).get("status").stringValue()).isEqualTo("PUBLISHED");
        assertThat(read("/api/v1/items/" + item).get("effectiveTo").stringValue())
                .isEqualTo(day.minusDays(1).toString());
        assertThat(read("/api/v1/items/" + item + "?on=" + day.minusDays(1))
                        .get("version")
                        .intValue())
                .isEqualTo(1);
        assertThat(read("/api/v1/items/" + item + "?on=" + day).get("version").intValue())
                .isEqualTo(2);
        sweep.run();
        assertThat(read("/api/v1/items/" + item + "/versions/1").get("status").stringValue())
                .isEqualTo("PUBLISHED");

        MovableClock.shared().advance(Duration.ofDays(10));
        try {
            assertThat(read("/api/v1/items/" + item).get("version").intValue()).isEqualTo(2);
            sweep.run();
            sweep.run();
            assertThat(read("/api/v1/items/" + item + "/versions/1")
                            .get("status")
                            .stringValue())
                    .isEqualTo("SUPERSEDED");
            var subject = items.find(item).orElseThrow().publicId().toString();
            assertThat(Topics.awaitCount(TOPIC, subject, 3))
                    .extracting(event -> event.get("type").stringValue())
                    .containsExactly(
                            "cn.yiwang.catalog.item-published.v1",
                            "cn.yiwang.catalog.item-published.v1",
                            "cn.yiwang.catalog.item-superseded.v1");
        } finally {
            MovableClock.shared().reset();
        }
    }

    @Test
    void a_mistake_can_be_mended_on_the_same_day() throws Exception {
        var item = "11431000MB1938148M300017202800002";
        desk.publish(desk.draftOf(item, guide -> guide), today(), "一").andExpect(status().isCreated());
        desk.publish(desk.draftOf(item, guide -> guide.put("requiredAssurance", 4)), today(), "二")
                .andExpect(status().isCreated());
        assertThat(read("/api/v1/items/" + item).get("version").intValue()).isEqualTo(3);
        assertThat(read("/api/v1/items/" + item + "/versions/2").get("status").stringValue())
                .isEqualTo("SUPERSEDED");
    }

    @Test
    void an_editor_rewrites_a_draft_and_reads_it_again() throws Exception {
        var item = "11431000MB1938148M300017202800003";
        var draft = desk.draftOf(item, guide -> guide);
        var rewritten = desk.rewrite(draft, guide -> guide.put("requiredAssurance", 4));
        assertThat(rewritten.etag()).isEqualTo("\"2\"");
        mockMvc.perform(get("/api/v1/items/{item}/drafts/2", item).with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.guide.requiredAssurance").value(4))
                .andExpect(jsonPath("$.guide.links[0].department.name").value("郴州市市场监督管理局"))
                .andExpect(jsonPath("$.editor").value("catalog-editor"));
        mockMvc.perform(get("/api/v1/item-drafts").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.itemCode == '" + item + "')].version")
                        .value(2));
    }

    @Test
    void the_same_publication_sent_twice_happens_once() throws Exception {
        var item = "11431000MB1938148M300017202800004";
        var draft = desk.draftOf(item, guide -> guide);
        var key = UUID.randomUUID().toString();
        desk.publish(draft, today(), "核对过来源", key).andExpect(status().isCreated());
        desk.publish(draft, today(), "核对过来源", key)
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"2\""));
        desk.publish(draft, today(), "别的理由", key).andExpect(status().isUnprocessableContent());
        assertThat(read("/api/v1/items/" + item).get("version").intValue()).isEqualTo(2);
    }

    private JsonNode read(String uri) throws Exception {
        return JSON.readTree(mockMvc.perform(get(uri))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static LocalDate today() {
        return CatalogDesk.today();
    }
}
