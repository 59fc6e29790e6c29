package cn.yiwang.catalog.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** The device licence of the seed, asked about one case. */
@ServiceTest
class SituationControllerTest {

    private static final String DEVICES = "/api/v1/items/11431000MB1938148M300017202800001";

    @Autowired
    private MockMvc mockMvc;

    @Test
    void who_applies_in_person_needs_no_letter_of_authority() throws Exception {
        var letter = "$.guide.materials[?(@.code == 'M0001720280000107')]";
        ask("{'applicant':['legal-representative'],'mode':['retail'],'warehouse':['none']}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath(letter).isEmpty());
        ask("{'applicant':['agent'],'mode':['retail'],'warehouse':['none']}")
                .andExpect(status().isOk())
                .andExpect(jsonPath(letter).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | situation-answers-incomplete | /answers/applicant | situation.open",
                "{'applicant':['agent'],'mode':['retail'],'warehouse':['other-city']} | situation-answers-incomplete | /answers/other-city-name | situation.open",
                "{'colour':['red']} | situation-answers-unknown | /answers/colour | situation.unknown-question",
                "{'mode':['teleshopping']} | situation-answers-unknown | /answers/mode | situation.unknown-answer",
                "{'mode':['retail','wholesale']} | situation-answers-contradictory | /answers/mode | situation.one-answer-only",
                "{'warehouse':['none'],'other-city-name':['same']} | situation-answers-contradictory | /answers/other-city-name | situation.not-asked",
            })
    void answers_that_lead_nowhere_are_refused(String answers, String slug, String pointer, String code)
            throws Exception {
        ask(answers)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/" + slug))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].code").value(code))
                .andExpect(jsonPath("$.errors[0].detail").isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "{'A b':['x']}", "{'mode':null}", "{'mode':['X Y']}", "[]"})
    void what_cannot_be_an_answer_is_refused(String answers) throws Exception {
        ask(answers).andExpect(status().isBadRequest());
    }

    @Test
    void an_unknown_item_has_neither_situations_nor_form() throws Exception {
        var nothing = "/api/v1/items/11431000MB1938148M300017202800099";
        mockMvc.perform(get(nothing + "/form"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/item-not-found"));
        mockMvc.perform(post(nothing + "/situations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answers\":{}}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/item-not-found"));
    }

    @Test
    void the_form_asks_the_same_questions() throws Exception {
        var body = mockMvc.perform(get(DEVICES + "/form"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ui[0].widget").value("TEXT"))
                .andExpect(jsonPath("$.situations[0].id").value("applicant"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var schema = JsonMapper.builder().build().readTree(body).get("schema");
        var filledIn = """
                {"situation": {"applicant": ["agent"], "mode": ["retail"], "warehouse": ["none"]},
                 "form": {"enterpriseName": "某公司", "creditCode": "91431000MA4YWT0E1N", "legalRepresentative": "某", "manager": "某",
                          "domicile": "某路", "premises": "某路", "mode": "零售", "scope": "6840",
                          "qualityManager": {"name": "某", "education": "本科"}}}""";
        var form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        assertThat(form.validate(filledIn, InputFormat.JSON)).isEmpty();
        assertThat(form.validate(filledIn.replace("零售", "网售"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(form.validate(filledIn.replace("[\"none\"]", "[\"other-city\"]"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void an_item_without_a_form_of_its_own_has_an_empty_one() throws Exception {
        mockMvc.perform(get("/api/v1/items/11431000MB1938148M300017200500005/form"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.schema.properties").isEmpty());
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(SituationProblem.class);
    }

    private ResultActions ask(String answers) throws Exception {
        return mockMvc.perform(post(DEVICES + "/situations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(("{'answers':" + answers + "}").replace('\'', '"')));
    }
}
