package cn.yiwang.catalog.directory;

import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.standard.ProvinceDesk;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The public lists, page by page and by every filter. */
@ServiceTest
class DirectoryTest {

    private static final String PATH = "/api/v1/directories/negative-list";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    private ProvinceDesk desk;

    @BeforeEach
    void open() {
        desk = new ProvinceDesk(mockMvc);
    }

    @Test
    void powers_are_listed_once_in_the_order_of_their_codes() throws Exception {
        var codes = all("/api/v1/directories/powers?limit=7").stream()
                .map(entry -> entry.get("code").stringValue())
                .toList();
        assertThat(codes).hasSizeGreaterThan(30).isSorted().doesNotHaveDuplicates();
        assertThat(codes).noneMatch(code -> code.startsWith("20", 21));
    }

    @Test
    void the_filters_narrow_the_list() throws Exception {
        var body = all("/api/v1/directories/powers?body=" + Persona.LEAD_BODY);
        assertThat(body).isNotEmpty().allSatisfy(entry -> assertThat(
                        entry.at("/body/code").stringValue())
                .isEqualTo(Persona.LEAD_BODY));
        var division = all("/api/v1/directories/powers?division=430000&limit=5");
        assertThat(division).isNotEmpty().allSatisfy(entry -> assertThat(
                        entry.at("/division/name").stringValue())
                .isEqualTo("湖南省"));
        assertThat(new HashSet<>(division)).hasSize(division.size());
        assertThat(all("/api/v1/directories/powers?type=10")).isNotEmpty().allSatisfy(entry -> assertThat(
                        entry.at("/type/label").stringValue())
                .isEqualTo("其他行政权力"));
        assertThat(all("/api/v1/directories/powers?type=20")).isEmpty();
    }

    @Test
    void duties_come_with_whom_to_hold_to_account_and_services_have_their_own_list() throws Exception {
        desk.createBaseItem("432072841W00", "药品科普讲座");
        var implementation = desk.enter("432072841W00", Persona.LEAD_BODY, "3", "");
        desk.createBaseItem("430172842W00", "示范药房认定");
        var power = desk.enter("430172842W00", Persona.LEAD_BODY, "3", "");
        var services = all("/api/v1/directories/public-services?body=" + Persona.LEAD_BODY);
        assertThat(services)
                .extracting(entry -> entry.get("code").stringValue())
                .contains(implementation)
                .doesNotContain(power);
        var duty = all("/api/v1/directories/duties?body=" + Persona.LEAD_BODY).stream()
                .filter(entry -> entry.get("code").stringValue().equals(power))
                .findFirst()
                .orElseThrow();
        assertThat(duty.at("/duties/0/stage").stringValue()).isEqualTo("受理责任");
        assertThat(duty.at("/accountable/0/who").stringValue()).isEqualTo("直接负责的主管人员");
        assertThat(duty.at("/authoritySource/label").stringValue()).isEqualTo("法定本级行使");
        assertThat(duty.at("/name").stringValue()).isEqualTo("示范药房认定");
    }

    @Test
    void the_negative_list_is_written_by_the_province_and_read_by_all() throws Exception {
        var path = "/api/v1/directories/negative-list";
        var entry = """
                {"code": "%s", "title": "网络销售疫苗", "kind": "%s", "measure": "禁止", "basis": "药品管理法第六十一条",
                 "division": "430000", "effectiveFrom": "%s"}""";
        mockMvc.perform(ProvinceDesk.publisher(path, entry.formatted("T-1", "PROHIBITED", "2026-01-01")))
                .andExpect(status().isCreated());
        mockMvc.perform(ProvinceDesk.publisher(path, entry.formatted("T-2", "RESTRICTED", "2099-01-01")))
                .andExpect(status().isCreated());
        assertThat(all(path + "?limit=1"))
                .extracting(one -> one.get("code").stringValue())
                .contains("T-1")
                .doesNotContain("T-2");
        // What the province prohibits is prohibited in every city of it.
        assertThat(all(path + "?division=431000"))
                .extracting(one -> one.get("code").stringValue())
                .contains("T-1");
        var again = entry.formatted("T-1", "PROHIBITED", "2026-01-01");
        desk.refused(ProvinceDesk.publisher(path, again), 409, "negative-list-entry-exists");
        desk.refused(
                ProvinceDesk.call(path, again).with(Tokens.as(CATALOG_PUBLISHER)),
                403,
                "negative-list-by-the-province");
        desk.refused(ProvinceDesk.editor(path, again), 403, "forbidden");
        desk.refused(ProvinceDesk.call(path, again), 401, "unauthenticated");
        desk.refused(ProvinceDesk.publisher(path, again.replace("430000", "999999")), 400, "invalid-request");
        for (var day : new String[] {"0001-01-01", "+999999999-01-01", "yesterday"}) {
            desk.refused(ProvinceDesk.publisher(path, again.replace("2026-01-01", day)), 400, "invalid-request");
        }
        desk.refused(
                ProvinceDesk.publisher(
                        path, again.replace("\"effectiveFrom\"", "\"effectiveTo\": \"2025-01-01\", \"effectiveFrom\"")),
                400,
                "invalid-request");
    }

    @Test
    void an_entry_of_a_city_binds_no_other() throws Exception {
        enter("T-CITY", "431000");
        assertThat(all(PATH + "?division=431000"))
                .extracting(one -> one.get("code").stringValue())
                .contains("T-CITY");
        assertThat(all(PATH + "?division=430700"))
                .extracting(one -> one.get("code").stringValue())
                .doesNotContain("T-CITY");
    }

    @Test
    void an_entry_is_taken_off_the_list_and_stays_on_record() throws Exception {
        enter("T-OFF", "430000");
        var removals = PATH + "/T-OFF/removals";
        var today = ChinaTime.today(MovableClock.shared());
        var removal = "{\"from\": \"%s\", \"basis\": \"国务院决定第1号\"}".formatted(today);
        desk.refused(ProvinceDesk.publisher(removals, removal), 428, "precondition-required");
        desk.refused(ProvinceDesk.publisher(removals, removal).header("If-Match", "\"7\""), 412, "stale-version");
        desk.refused(
                ProvinceDesk.publisher(removals, removal.replace(today.toString(), "2020-01-01"))
                        .header("If-Match", "\"1\""),
                400,
                "invalid-request");
        desk.refused(ProvinceDesk.editor(removals, removal).header("If-Match", "\"1\""), 403, "forbidden");
        desk.refused(
                ProvinceDesk.call(removals, removal).header("If-Match", "\"1\"").with(Tokens.as(CATALOG_PUBLISHER)),
                403,
                "negative-list-by-the-province");
        desk.refused(ProvinceDesk.call(removals, removal), 401, "unauthenticated");
        mockMvc.perform(ProvinceDesk.publisher(removals, removal).header("If-Match", "\"1\""))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.effectiveTo").value(today.minusDays(1).toString()));
        assertThat(all(PATH)).extracting(one -> one.get("code").stringValue()).doesNotContain("T-OFF");
        assertThat(desk.read(PATH + "/T-OFF").get("removalBasis").stringValue()).isEqualTo("国务院决定第1号");
        desk.refused(
                ProvinceDesk.publisher(removals, removal).header("If-Match", "\"2\""),
                409,
                "negative-list-entry-ended");
        desk.refused(get(PATH + "/T-NONE"), 404, "negative-list-entry-not-found");
        desk.refused(get(PATH + "/none"), 400, "invalid-request");
    }

    private void enter(String code, String division) throws Exception {
        mockMvc.perform(ProvinceDesk.publisher(PATH, """
                        {"code": "%s", "title": "试验", "kind": "PROHIBITED", "measure": "禁止", "basis": "试验规定",
                         "division": "%s", "effectiveFrom": "2026-01-01"}""".formatted(code, division)))
                .andExpect(status().isCreated());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/directories/rumours, 404, not-found",
        "/api/v1/directories/powers?type=77, 400, invalid-request",
        "/api/v1/directories/powers?body=x, 400, invalid-request",
        "/api/v1/directories/powers?division=x, 400, invalid-request",
        "/api/v1/directories/powers?limit=101, 400, invalid-request",
        "/api/v1/directories/powers?after=5Lit5paH, 400, invalid-request",
        "/api/v1/directories/negative-list?after=5Lit5paH, 400, invalid-request",
    })
    void a_question_without_an_answer(String path, int status, String slug) throws Exception {
        desk.refused(get(path), status, slug);
    }

    @Test
    void the_lists_are_read_by_index() {
        for (var sql : List.of(
                DirectoryLists.ALL, DirectoryLists.OF_TYPE, DirectoryLists.OF_BODY, DirectoryLists.OF_DIVISION)) {
            var parameters = new HashMap<String, Object>(Map.of(
                    "after", "1143", "publicService", 0, "day", "2026-11-22", "limit", 21, "body", Persona.LEAD_BODY));
            parameters.put("division", "431000");
            parameters.put("type", "01");
            parameters.keySet().removeIf(name -> !sql.contains(":" + name));
            var plan = jdbc.sql("EXPLAIN " + sql).params(parameters).query().listOfRows();
            // A table of a few rows may be read whole; what counts is that each one can be read by a key.
            assertThat(plan).extracting(row -> row.get("possible_keys")).doesNotContainNull();
        }
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(DirectoryProblem.class);
    }

    private List<JsonNode> all(String path) throws Exception {
        var entries = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = desk.read(path + after);
            page.get("items").forEach(entries::add);
            after = page.get("next").isNull()
                    ? ""
                    : (path.contains("?") ? "&" : "?") + "after="
                            + page.get("next").stringValue();
        } while (!after.isEmpty());
        return entries;
    }
}
