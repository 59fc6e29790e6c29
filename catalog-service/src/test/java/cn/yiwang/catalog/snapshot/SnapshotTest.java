package cn.yiwang.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.item.BusinessItem;
import cn.yiwang.catalog.item.DraftGuide;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.item.PublishGuide;
import cn.yiwang.catalog.item.PublishGuide.Publication;
import cn.yiwang.catalog.item.TestItems;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows the rule of the snapshot has everything, once, whatever is published meanwhile. */
@ServiceTest
class SnapshotTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROUNDS = 6;

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestItems testItems;

    @Autowired
    private Items items;

    @Autowired
    private DraftGuide drafts;

    @Autowired
    private PublishGuide publish;

    @Test
    void a_copy_made_while_others_publish_misses_nothing_and_doubles_nothing() throws Exception {
        var codes = List.of(
                testItems.published("000172013000", "01", "购买麻醉药品和精神药品标准品、对照品审批"),
                testItems.published("000172013000", "02", "科研和教学用毒性药品购买审批（省级）"),
                testItems.published("000172014000", "01", "麻醉药品、精神药品生产企业许可"));
        var begun = new CountDownLatch(1);
        var copy = new TreeMap<String, Copied>();
        try (var editors = Executors.newFixedThreadPool(2)) {
            var work = editors.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    for (var code : codes) {
                        publishNext(code);
                    }
                    begun.countDown();
                }
                return testItems.published("000172015000", "01", "区域性批发企业跨省级行政区域向医疗机构销售麻醉药品、第一类精神药品许可");
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            for (var entry : pages(7)) {
                assertThat(copy.put(entry.get("subject").stringValue(), Copied.of(entry)))
                        .as("no entry twice")
                        .isNull();
            }
            codes.forEach(code -> assertThat(copy).containsKey(subject(code)));
            var late = work.get(60, TimeUnit.SECONDS);
            var all = new ArrayList<>(codes);
            all.add(late);
            for (var code : all) {
                var subject = subject(code);
                var known = copy.getOrDefault(subject, new Copied(0, 0));
                for (var event : Topics.awaitCount("yiwang.catalog", subject, events(code))) {
                    known = known.apply(event);
                }
                copy.put(subject, known);
            }
        }
        // The copy made on the way is the same as one made now that all is quiet.
        for (var entry : pages(100)) {
            var subject = entry.get("subject").stringValue();
            if (copy.containsKey(subject)) {
                assertThat(copy.get(subject)).as(subject).isEqualTo(Copied.of(entry));
            }
        }
    }

    /** What a consumer keeps: the newest version and how far it has heard. */
    private record Copied(long sequence, int version) {

        static Copied of(JsonNode entry) {
            var versions = entry.get("versions");
            return new Copied(
                    Long.parseLong(entry.get("sequence").stringValue()),
                    versions.get(versions.size() - 1).get("version").intValue());
        }

        Copied apply(JsonNode event) {
            var number = Long.parseLong(event.get("sequence").stringValue());
            if (number <= sequence) {
                return this;
            }
            assertThat(number).as("without a gap").isEqualTo(sequence + 1);
            var published = event.get("type").stringValue().contains("item-published");
            if (published) {
                assertThat(event.at("/data/version").intValue())
                        .as("not known before")
                        .isGreaterThan(version);
            }
            return new Copied(number, published ? event.at("/data/version").intValue() : version);
        }
    }

    @Test
    void an_entry_has_all_that_was_published_and_no_draft() throws Exception {
        var code = testItems.published("000172016000", "02", "企业从事麻醉药品、第一类精神药品区域性批发审批");
        publishNext(code);
        var item = item(code);
        drafts.open(item, guide(code), "one");
        var entry = pages(100).stream()
                .filter(one -> one.get("itemCode").stringValue().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(entry.get("versions")).hasSize(2);
        assertThat(entry.at("/versions/0/status").stringValue()).isEqualTo("SUPERSEDED");
        assertThat(entry.at("/versions/1/guide/links")).isNotEmpty();
        assertThat(entry.get("sequence").stringValue()).isEqualTo("3");
    }

    @Test
    void a_page_is_read_by_keys() {
        var plan = jdbc.sql("EXPLAIN " + CatalogSnapshot.ITEMS)
                .param("after", 5)
                .param("limit", 20)
                .query()
                .listOfRows();
        assertThat(plan.getFirst().get("key")).isEqualTo("PRIMARY");
        assertThat(plan).extracting(row -> row.get("type")).doesNotContain("ALL", "index");
        assertThat(plan)
                .extracting(row -> String.valueOf(row.get("Extra")))
                .noneMatch(extra -> extra.contains("filesort"));
    }

    private List<JsonNode> pages(int limit) throws Exception {
        var entries = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = JSON.readTree(mockMvc.perform(get("/api/v1/catalog-snapshot?limit=" + limit + after))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            page.get("items").forEach(entries::add);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        return entries;
    }

    private void publishNext(String code) {
        var today = ChinaTime.today(MovableClock.shared());
        var version = drafts.open(item(code), guide(code), "one");
        publish.publish(item(code), new Publication(version, 1, today, today, "another", "核对过来源"));
    }

    private Guide guide(String code) {
        var text = jdbc.sql("""
                SELECT guide FROM guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE bi.item_code = :code AND gv.version = 1""").param("code", code).query(String.class).single();
        return JSON.readValue(text, Guide.class);
    }

    private BusinessItem item(String code) {
        return items.find(code).orElseThrow();
    }

    private String subject(String code) {
        return item(code).publicId().toString();
    }

    private int events(String code) {
        return jdbc.sql("SELECT event_count FROM business_item WHERE item_code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}
