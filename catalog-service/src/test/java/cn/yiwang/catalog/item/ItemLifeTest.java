package cn.yiwang.catalog.item;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items are suspended, resumed, withdrawn and abolished; readers go by the day, consumers by the news. */
@ServiceTest
class ItemLifeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUSPENSION = "{\"reason\": \"系统升级\"}";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private TestItems testItems;

    @Autowired
    private Items items;

    @Autowired
    private EndItem end;

    @Autowired
    private ResumeItemsInTime resumeInTime;

    @Autowired
    private SupersedeOutdatedGuides endInTime;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private CatalogDesk desk;

    @BeforeEach
    void open() {
        desk = new CatalogDesk(mockMvc);
    }

    @Test
    void a_suspended_item_says_so_until_it_is_resumed() throws Exception {
        var item = testItems.published("000172006000", "01", "《医疗机构制剂许可证》换发");
        decide(item, "suspensions", SUSPENSION)
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.status").value("SUSPENDED"));
        refused(get("/api/v1/items/{item}", item), 404, "item-suspended")
                .andExpect(jsonPath("$.detail").value(containsString("系统升级")));
        mockMvc.perform(get("/api/v1/items/{item}?on=" + today().minusDays(1), item))
                .andExpect(status().isOk());
        mockMvc.perform(get("/api/v1/items/{item}/versions/1", item)).andExpect(status().isOk());
        assertThat(isFound("制剂许可证换发", item)).isFalse();
        var suspended = state(item);
        assertThat(suspended.at("/status").stringValue()).isEqualTo("SUSPENDED");
        assertThat(suspended.at("/nationalStatus/label").stringValue()).isEqualTo("暂停");
        assertThat(suspended.at("/interruptions/0/reason").stringValue()).isEqualTo("系统升级");

        decide(item, "resumptions", "{}").andExpect(status().isCreated());
        mockMvc.perform(get("/api/v1/items/{item}", item)).andExpect(status().isOk());
        assertThat(isFound("制剂许可证换发", item)).isTrue();
        assertThat(state(item).at("/status").stringValue()).isEqualTo("IN_USE");
        news(item, "item-published", "item-suspended", "item-resumed");
    }

    @Test
    void a_suspension_with_a_last_day_ends_by_itself() throws Exception {
        var item = testItems.published("000172006000", "02", "医疗机构制剂许可证补发");
        var until = today().plusDays(3);
        decide(item, "suspensions", "{\"reason\": \"系统升级\", \"until\": \"%s\"}".formatted(until))
                .andExpect(status().isCreated());
        refused(get("/api/v1/items/{item}?on=" + until, item), 404, "item-suspended");
        mockMvc.perform(get("/api/v1/items/{item}?on=" + until.plusDays(1), item))
                .andExpect(status().isOk());
        MovableClock.shared().advance(Duration.ofDays(4));
        try {
            mockMvc.perform(get("/api/v1/items/{item}", item)).andExpect(status().isOk());
            assertThat(isFound("制剂许可证补发", item)).isTrue();
            resumeInTime.run();
            resumeInTime.run();
            var events = news(item, "item-published", "item-suspended", "item-resumed");
            assertThat(events.get(1).at("/data/until").stringValue()).isEqualTo(until.toString());
            assertThat(events.get(2).at("/data/from").stringValue())
                    .isEqualTo(until.plusDays(1).toString());
            decide(item, "suspensions", SUSPENSION).andExpect(status().isCreated());
        } finally {
            MovableClock.shared().reset();
        }
    }

    @Test
    void the_draft_of_an_item_that_ends_waits_for_nobody() throws Exception {
        var item = testItems.published("000172002000", "02", "医疗机构配制制剂品种再注册");
        desk.draftOf(item, guide -> guide);
        assertThat(draftsOf(item)).isEqualTo(1);
        decide(item, "withdrawals", withdrawal(today().plusDays(1))).andExpect(status().isCreated());
        assertThat(draftsOf(item)).isZero();
    }

    private long draftsOf(String item) throws Exception {
        return read(get("/api/v1/item-drafts?limit=100").with(Tokens.as(CATALOG_EDITOR)))
                .get("items")
                .valueStream()
                .filter(draft -> item.equals(draft.path("itemCode").asString("")))
                .count();
    }

    @Test
    void a_withdrawn_item_ends_on_its_day_and_allows_no_more_work() throws Exception {
        var item = testItems.published("000172006000", "04", "《医疗机构制剂许可证》核发");
        var from = today().plusDays(5);
        var later = desk.draftOf(item, guide -> guide);
        desk.publish(later, today().plusDays(9), "下一版").andExpect(status().isCreated());
        decide(item, "withdrawals", "{\"reason\": \"依据废止\", \"from\": \"%s\"}".formatted(from))
                .andExpect(status().isCreated());
        mockMvc.perform(get("/api/v1/items/{item}", item))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.effectiveTo").value(from.minusDays(1).toString()));
        refused(get("/api/v1/items/{item}?on=" + from, item), 404, "item-withdrawn");
        refused(get("/api/v1/items/{item}?on=" + from.plusDays(10), item), 404, "item-withdrawn");
        assertThat(versionStatuses(item)).containsExactly("WITHDRAWN", "PUBLISHED");
        Contracts.check("catalog/item-version.schema.json", read(get("/api/v1/items/{item}/versions/2", item)));
        var body = CatalogDesk.guideBody(desk.guideOf(item, guide -> guide));
        refused(
                key(CatalogDesk.json(post("/api/v1/items/{item}/drafts", item), body))
                        .with(Tokens.as(CATALOG_EDITOR)),
                409,
                "item-status-forbids");
        for (var step : new String[] {"suspensions", "resumptions", "withdrawals"}) {
            decide(item, step, step.equals("withdrawals") ? withdrawal(from) : bodyOf(step))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/item-status-forbids"));
        }
        MovableClock.shared().advance(Duration.ofDays(6));
        try {
            endInTime.run();
            assertThat(versionStatuses(item)).containsExactly("WITHDRAWN", "WITHDRAWN");
            assertThat(isFound("制剂许可证核发", item)).isFalse();
        } finally {
            MovableClock.shared().reset();
        }
        news(item, "item-published", "item-published", "item-withdrawn");
    }

    @Test
    void an_abolished_item_keeps_resolving_to_its_successors() throws Exception {
        var item = testItems.published("000172006000", "05", "《医疗机构制剂许可证》变更");
        decide(item, "suspensions", SUSPENSION).andExpect(status().isCreated());
        transactions.executeWithoutResult(status -> end.abolish(
                items.find(item).orElseThrow(),
                today(),
                "湘政办发〔2026〕1号",
                "test",
                List.of(new EndItem.GoesOnAs("000172005000", "药品零售企业许可"))));
        refused(get("/api/v1/items/{item}", item), 404, "item-abolished")
                .andExpect(jsonPath("$.detail").value(containsString("000172005000")));
        assertThat(state(item).at("/successors/0/code").stringValue()).isEqualTo("000172005000");
        assertThat(state(item).at("/nationalStatus/code").stringValue()).isEqualTo("3");
        var events = news(item, "item-published", "item-suspended", "item-abolished");
        assertThat(events.getLast().at("/data/successors/0").stringValue()).isEqualTo("000172005000");
        assertThat(events.getLast().at("/data/version").intValue()).isEqualTo(1);
    }

    @Test
    void the_same_decision_sent_twice_happens_once_and_is_on_record() throws Exception {
        var item = testItems.published("000172006000", "06", "《医疗机构制剂许可证》注销（依申请注销）");
        var call = key(decision(item, "suspensions", SUSPENSION, "\"1\"")).with(Tokens.as(CATALOG_PUBLISHER));
        mockMvc.perform(call).andExpect(status().isCreated());
        mockMvc.perform(call).andExpect(status().isCreated()).andExpect(header().string("ETag", "\"2\""));
        var id = items.find(item).orElseThrow().publicId().toString();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'suspend-item' AND object_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_refused_changes_nothing() throws Exception {
        var item = testItems.published("000172010000", "01", "第一类中的药品类易制毒化学品生产许可");
        var etag = "\"1\"";
        var before = state(item);
        publisher(decision(item, "suspensions", SUSPENSION, "\"9\""), 412, "stale-version");
        publisher(
                CatalogDesk.json(post("/api/v1/items/{item}/suspensions", item), SUSPENSION),
                428,
                "precondition-required");
        refused(
                decision(item, "suspensions", SUSPENSION, etag).with(Tokens.as(CATALOG_PUBLISHER)),
                400,
                "idempotency-key-required");
        publisher(decision(item, "suspensions", "{}", etag), 400, "invalid-request");
        publisher(
                decision(item, "suspensions", "{\"reason\": \"%s\"}".formatted("字".repeat(501)), etag),
                400,
                "invalid-request");
        publisher(
                decision(
                        item,
                        "suspensions",
                        "{\"reason\": \"理由\", \"until\": \"%s\"}".formatted(today().minusDays(1)),
                        etag),
                400,
                "invalid-request");
        publisher(decision(item, "resumptions", "{}", etag), 409, "item-status-forbids");
        publisher(decision(item, "withdrawals", withdrawal(today().minusDays(1)), etag), 400, "invalid-request");
        publisher(decision(item, "withdrawals", withdrawal(today().plusYears(11)), etag), 400, "invalid-request");
        var foreign = "11430700MBEX00044E300017200500001";
        publisher(decision(foreign, "suspensions", SUSPENSION, etag), 403, "guide-of-another-body");
        publisher(
                decision(item.substring(0, 31) + "98", "withdrawals", withdrawal(today()), etag),
                404,
                "item-not-found");
        for (var step : new String[] {"suspensions", "resumptions", "withdrawals"}) {
            var body = step.equals("withdrawals") ? withdrawal(today()) : bodyOf(step);
            refused(key(decision(item, step, body, etag)).with(Tokens.as(CATALOG_EDITOR)), 403, "forbidden");
            refused(key(decision(item, step, body, etag)), 401, "unauthenticated");
        }
        refused(get("/api/v1/items/{item}/state", item.substring(0, 31) + "98"), 404, "item-not-found");
        assertThat(state(item)).isEqualTo(before);
    }

    private static String bodyOf(String step) {
        return step.equals("suspensions") ? SUSPENSION : "{}";
    }

    private static String withdrawal(LocalDate from) {
        return "{\"reason\": \"依据废止\", \"from\": \"%s\"}".formatted(from);
    }

    private ResultActions decide(String item, String step, String body) throws Exception {
        var etag = Objects.requireNonNull(mockMvc.perform(get("/api/v1/items/{item}/state", item))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
        return mockMvc.perform(key(decision(item, step, body, etag)).with(Tokens.as(CATALOG_PUBLISHER)));
    }

    private static MockHttpServletRequestBuilder decision(String item, String step, String body, String etag) {
        return CatalogDesk.json(post("/api/v1/items/{item}/" + step, item), body)
                .header("If-Match", etag);
    }

    private static MockHttpServletRequestBuilder key(MockHttpServletRequestBuilder call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void publisher(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        refused(key(call).with(Tokens.as(CATALOG_PUBLISHER)), status, slug);
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private List<JsonNode> news(String item, String... types) {
        var subject = items.find(item).orElseThrow().publicId().toString();
        var events = Topics.awaitCount("yiwang.catalog", subject, types.length);
        assertThat(events)
                .extracting(event -> event.get("type").stringValue())
                .containsExactly(Arrays.stream(types)
                        .map(type -> "cn.yiwang.catalog." + type + ".v1")
                        .toArray(String[]::new));
        events.forEach(event -> Contracts.checkEvent("catalog", event));
        assertThat(events.getLast().get("sequence").stringValue()).isEqualTo(Integer.toString(types.length));
        return events;
    }

    private List<String> versionStatuses(String item) throws Exception {
        return state(item)
                .get("versions")
                .valueStream()
                .map(version -> version.get("status").stringValue())
                .toList();
    }

    private boolean isFound(String text, String item) throws Exception {
        var found = read(get("/api/v1/items").param("query", text));
        return found.get("items")
                .valueStream()
                .flatMap(entry -> entry.get("implementations").valueStream())
                .anyMatch(one -> one.get("itemCode").stringValue().equals(item));
    }

    private JsonNode state(String item) throws Exception {
        return read(get("/api/v1/items/{item}/state", item));
    }

    private JsonNode read(MockHttpServletRequestBuilder call) throws Exception {
        return JSON.readTree(mockMvc.perform(call)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static LocalDate today() {
        return CatalogDesk.today();
    }
}
