package cn.yiwang.catalog.quality;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static cn.yiwang.testsupport.Persona.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.law.Law;
import cn.yiwang.catalog.law.Laws;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every rule over every guide of the seed. */
@ServiceTest
class GuideQualityTest {

    private static final String DEVICES = "11431000MB1938148M300017202800001";
    private static final Tokens PROVINCE = Tokens.staff("provincial-editor")
            .department("11430000MB169231XX")
            .division("430000")
            .roles(Role.CATALOG_EDITOR);

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private CheckGuides checkGuides;

    @Autowired
    private Laws laws;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void check() {
        checkGuides.run();
    }

    @Test
    void every_published_guide_is_checked_and_none_of_the_seed_is_blocked() {
        assertThat(count("SELECT COUNT(*) FROM guide_check")).isGreaterThanOrEqualTo(117);
        assertThat(count("SELECT COUNT(*) FROM guide_finding gf JOIN guide_version gv ON gv.id = gf.guide_version_id"
                        + " WHERE gf.severity = 'BLOCKING' AND gv.publisher = 'seed-publisher' AND gf.law_id IS NULL"))
                .isZero();
    }

    @Test
    void a_check_repeated_changes_nothing() {
        var before = count("SELECT COALESCE(SUM(id), 0) FROM guide_finding");
        jdbc.sql("UPDATE guide_check SET law_revision = -1").update();
        checkGuides.run();
        assertThat(count("SELECT COALESCE(SUM(id), 0) FROM guide_finding")).isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM guide_check WHERE law_revision = -1"))
                .isZero();
    }

    @Test
    void a_repealed_law_is_found_in_every_guide_that_cites_it() throws Exception {
        laws.add(new Law(
                "test-successor",
                "后来的办法",
                "某令第902号",
                Law.Kind.RULE,
                LocalDate.of(2020, 1, 1),
                null,
                null,
                true,
                null,
                List.of(),
                List.of()));
        mockMvc.perform(post("/api/v1/laws/samr-order-53/repeals")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"repealedFrom": "2026-11-01", "replacedBy": "test-successor", "ground": "试验"}""")
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .with(PROVINCE.asRequest()))
                .andExpect(status().isCreated());
        checkGuides.run();
        mockMvc.perform(get("/api/v1/guide-findings?law=samr-order-53&limit=100")
                        .with(PROVINCE.asRequest()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].code", hasItem("publish-rule.basis-is-in-force")))
                .andExpect(jsonPath("$.items[*].severity", everyItem(is("BLOCKING"))))
                .andExpect(jsonPath("$.items[0].pointer").value("/guide/basis/0"))
                .andExpect(jsonPath("$.items[0].detail", containsString("后来的办法（某令第902号）")));
        assertThat(count("SELECT COUNT(DISTINCT guide_version_id) FROM guide_finding WHERE law_id = 'samr-order-53'"))
                .isEqualTo(count("""
                        SELECT COUNT(*) FROM guide_version WHERE status = 'PUBLISHED' AND guide LIKE '%总局令第53号%'"""));
    }

    @Test
    void an_editor_sees_the_own_body_and_a_supervisor_all() throws Exception {
        mockMvc.perform(get("/api/v1/guide-quality").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].bodyCode").value(Persona.LEAD_BODY))
                .andExpect(jsonPath("$.items[0].guides").isNumber())
                .andExpect(jsonPath("$.items[0].score").isNumber());
        mockMvc.perform(get("/api/v1/guide-quality?limit=100").with(Tokens.as(SUPERVISOR)))
                .andExpect(jsonPath("$.items[?(@.bodyCode == '11430700MBEX00044E')].guides")
                        .isNotEmpty());
        mockMvc.perform(get("/api/v1/guide-findings?limit=100").with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(jsonPath("$.items[*].bodyCode", everyItem(is(Persona.LEAD_BODY))));
        refused(
                get("/api/v1/guide-findings?body=11430700MBEX00044E").with(Tokens.as(CATALOG_EDITOR)),
                403,
                "findings-of-another-body");
    }

    @Test
    void findings_come_in_pages_and_by_severity() throws Exception {
        var call = get("/api/v1/guide-findings?severity=UNCONFIRMED&limit=1").with(Tokens.as(CATALOG_EDITOR));
        mockMvc.perform(call)
                .andExpect(jsonPath("$.items[0].severity").value("UNCONFIRMED"))
                .andExpect(jsonPath("$.items[0].overriddenBy").value("初始数据：未确认的时限已标明，待业务部门核对"))
                .andExpect(jsonPath("$.next").isNotEmpty());
        refused(get("/api/v1/guide-findings?severity=AWFUL").with(Tokens.as(CATALOG_EDITOR)), 400, "invalid-request");
        refused(get("/api/v1/guide-findings?body=X").with(Tokens.as(CATALOG_EDITOR)), 400, "invalid-request");
        refused(get("/api/v1/guide-findings?after=!").with(Tokens.as(CATALOG_EDITOR)), 400, "invalid-request");
    }

    @Test
    void nobody_else_reads_findings() throws Exception {
        for (var path : List.of("/api/v1/guide-quality", "/api/v1/guide-findings")) {
            refused(get(path), 401, "unauthenticated");
            refused(get(path).with(Tokens.as(AGENT)), 403, "forbidden");
        }
        refused(get("/api/v1/items/" + DEVICES + "/drafts/1/findings"), 401, "unauthenticated");
        refused(
                get("/api/v1/items/" + DEVICES + "/drafts/1/findings").with(Tokens.as(CATALOG_EDITOR)),
                404,
                "not-found");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(QualityProblem.class);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }
}
