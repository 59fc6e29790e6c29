package cn.yiwang.catalog.succession;

import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.item.Items;
import cn.yiwang.catalog.item.TestItems;
import cn.yiwang.catalog.standard.ProvinceDesk;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Codes are merged, split, moved and abolished, and keep resolving. */
@ServiceTest
class SuccessionTest {

    private static final String CITY = Persona.LEAD_BODY + "3" + "000172005000";
    private static final String OTHER_CITY = Persona.FOREIGN_BODY + "3" + "000172005000";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private TestItems testItems;

    @Autowired
    private Items items;

    private ProvinceDesk desk;

    @BeforeEach
    void open() {
        desk = new ProvinceDesk(mockMvc);
    }

    @ParameterizedTest
    @CsvSource({
        "MERGE, 000172005000 000172006000, 000172001000, ''",
        "MERGE, 000172005000 000172006000, 000172005000, ''",
        "MERGE, 000172005000, 000172001000, succession.numbers",
        "MERGE, 000172005000 000172006000, 000172001000 000172002000, succession.numbers",
        "MERGE, 000172005000 000172005000, 000172001000, succession.twice",
        "SPLIT, 000172005000, 000172001000 000172002000, ''",
        "SPLIT, 000172005000, 000172005000 000172002000, succession.nothing-ends",
        "SPLIT, 000172005000, 000172001000, succession.numbers",
        "MOVE, C, O, ''",
        "MOVE, C, C, succession.nothing-ends succession.move",
        "MOVE, C, 000172005000, succession.levels succession.move",
        "MOVE, 000172005000, 000172006000, succession.move",
        "ABOLISH, 000172005000, '', ''",
        "ABOLISH, C, O, ''",
        "ABOLISH, 000172005000, O, succession.levels",
    })
    void which_successions_are_possible(String kind, String from, String to, String objections) {
        var succession = new Succession(Succession.Kind.valueOf(kind), codes(from), codes(to));
        assertThat(succession.objections().stream()
                        .map(Succession.Objection::textKey)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(objections);
    }

    @Test
    void base_items_merge_and_their_items_name_the_successor() throws Exception {
        desk.createBaseItem("430172811W00", "甲类备案");
        desk.createBaseItem("430172812W00", "乙类备案");
        desk.createBaseItem("430172813W00", "备案（合并）");
        var first = testItems.published("430172811W00", "01", "甲类首次备案");
        var second = testItems.published("430172812W00", "01", "乙类首次备案");
        var target = desk.enter("430172813W00", Persona.LEAD_BODY, "3", "");
        var successor = desk.enterItem(target, "01", "首次备案");
        var day = today().plusDays(3);
        var location = mockMvc.perform(succession("MERGE", "430172811W00 430172812W00", "430172813W00", day))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("MERGE"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(desk.read(String.valueOf(location)).at("/from")).hasSize(2);
        for (var item : new String[] {first, second}) {
            mockMvc.perform(get("/api/v1/items/{item}", item))
                    .andExpect(jsonPath("$.effectiveTo").value(day.minusDays(1).toString()));
            desk.refused(get("/api/v1/items/{item}?on=" + day, item), 404, "item-abolished");
            assertThat(desk.read("/api/v1/items/" + item + "/state")
                            .at("/successors/0/code")
                            .stringValue())
                    .isEqualTo(successor);
            var news = Topics.await(
                    "yiwang.catalog",
                    items.find(item).orElseThrow().publicId().toString(),
                    "cn.yiwang.catalog.item-abolished.v1");
            Contracts.checkEvent("catalog", news);
            assertThat(news.at("/data/successors/0").stringValue()).isEqualTo(successor);
            assertThat(news.at("/data/from").stringValue()).isEqualTo(day.toString());
        }
        var old = desk.read("/api/v1/base-items/430172811W00");
        assertThat(old.at("/endedOn").stringValue()).isEqualTo(day.toString());
        assertThat(old.at("/successors/0").stringValue()).isEqualTo("430172813W00");
        assertThat(desk.read("/api/v1/base-items/430172813W00").at("/endedOn").isNull())
                .isTrue();
    }

    @Test
    void an_implementation_moves_to_another_body_and_nothing_new_comes_under_the_old_code() throws Exception {
        desk.createBaseItem("430172821W00", "划转备案");
        var item = testItems.published("430172821W00", "02", "划转变更");
        var from = item.substring(0, 31);
        var to = desk.enter("430172821W00", Persona.SECOND_BODY, "3", "");
        mockMvc.perform(succession("MOVE", from, to, today())).andExpect(status().isCreated());
        desk.refused(get("/api/v1/items/{item}", item), 404, "item-abolished");
        assertThat(desk.read("/api/v1/items/" + item + "/state")
                        .at("/successors/0/code")
                        .stringValue())
                .isEqualTo(to);
        assertThat(desk.read("/api/v1/implementations/" + from)
                        .at("/successors/0")
                        .stringValue())
                .isEqualTo(to);
        desk.refused(
                ProvinceDesk.editor(
                        "/api/v1/implementations/" + from + "/items", "{\"sequence\": \"09\", \"name\": \"新项\"}"),
                409,
                "code-has-ended");
        desk.refused(succession("MOVE", from, to, today()), 422, "succession-not-possible")
                .andExpect(jsonPath("$.errors[0].code").value("succession.ended"));
        var searched = desk.read("/api/v1/items?query=430172821W00");
        assertThat(searched.get("items")).isEmpty();
    }

    @Test
    void a_base_item_is_split_and_another_abolished_without_a_successor() throws Exception {
        desk.createBaseItem("430172831W00", "拆分前");
        desk.createBaseItem("430172832W00", "拆分一");
        desk.createBaseItem("430172833W00", "拆分二");
        var item = testItems.published("430172831W00", "01", "拆分前办理");
        mockMvc.perform(succession("SPLIT", "430172831W00", "430172832W00 430172833W00", today()))
                .andExpect(status().isCreated());
        assertThat(desk.read("/api/v1/items/" + item + "/state").at("/successors"))
                .hasSize(2);
        mockMvc.perform(succession("ABOLISH", "430172832W00", "", today())).andExpect(status().isCreated());
        assertThat(desk.read("/api/v1/base-items/430172832W00").at("/successors"))
                .isEmpty();
        desk.refused(
                ProvinceDesk.editor(
                        "/api/v1/base-items/430172832W00/implementations", """
                        {"body": "%s", "level": "3", "authoritySource": "1", "deviations": []}""".formatted(Persona.LEAD_BODY)),
                409,
                "code-has-ended");
        desk.refused(
                ProvinceDesk.editor(
                        "/api/v1/base-items/430172832W00/standards",
                        "{\"standard\": " + ProvinceDesk.standard("新标准") + "}"),
                409,
                "code-has-ended");
    }

    @Test
    void what_is_refused() throws Exception {
        desk.refused(succession("MERGE", "000172005000", "000172006000", today()), 422, "succession-not-possible")
                .andExpect(jsonPath("$.errors[0].pointer").value("/kind"))
                .andExpect(jsonPath("$.errors[0].detail").isNotEmpty());
        desk.refused(succession("ABOLISH", "430172899W00", "", today()), 422, "succession-not-possible")
                .andExpect(jsonPath("$.errors[0].code").value("succession.unknown"));
        desk.refused(succession("ABOLISH", "999999999999", "", today()), 400, "invalid-request");
        desk.refused(succession("ABOLISH", "000172005000", "", today().minusDays(1)), 400, "invalid-request");
        desk.refused(succession("ABOLISH", "000172005000", "", today().plusYears(11)), 400, "invalid-request");
        desk.refused(succession("BURN", "000172005000", "", today()), 400, "invalid-request");
        var body = body("ABOLISH", "000172005000", "", today());
        desk.refused(
                ProvinceDesk.call("/api/v1/successions", body).with(Tokens.as(CATALOG_PUBLISHER)),
                403,
                "succession-by-the-province");
        desk.refused(ProvinceDesk.editor("/api/v1/successions", body), 403, "forbidden");
        desk.refused(ProvinceDesk.call("/api/v1/successions", body), 401, "unauthenticated");
        desk.refused(get("/api/v1/successions/" + UUID.randomUUID()), 404, "succession-not-found");
        desk.refused(get("/api/v1/successions/one"), 400, "invalid-request");
        assertThat(desk.read("/api/v1/base-items/000172005000").at("/endedOn").isNull())
                .isTrue();
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(SuccessionProblem.class);
    }

    private static MockHttpServletRequestBuilder succession(String kind, String from, String to, LocalDate on) {
        return ProvinceDesk.publisher("/api/v1/successions", body(kind, from, to, on));
    }

    private static String body(String kind, String from, String to, LocalDate on) {
        return """
                {"kind": "%s", "from": [%s], "to": [%s], "effectiveOn": "%s", "basis": "湘政办发〔2026〕1号"}""".formatted(kind, quoted(from), quoted(to), on);
    }

    private static String quoted(String codes) {
        return codes(codes).stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> switch (code) {
                    case "C" -> CITY;
                    case "O" -> OTHER_CITY;
                    default -> code;
                })
                .toList();
    }

    private static LocalDate today() {
        return ChinaTime.today(MovableClock.shared());
    }
}
