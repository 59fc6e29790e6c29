package cn.yiwang.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebSlice
class ProblemsTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"title":""}                                          | /title          | plain-text.blank
            {"title":" "}                                         | /title          | plain-text.blank
            {}                                                    | /title          | not-null
            {"title":null}                                        | /title          | not-null
            {"title":"12345678901"}                               | /title          | plain-text.too-long
            {"title":"a\\nb"}                                     | /title          | plain-text.control-character
            {"title":"a\\u0000b"}                                 | /title          | wrong-type
            {"title":"\\ud800"}                                   | /title          | wrong-type
            {"title":7}                                           | /title          | wrong-type
            {"title":true}                                        | /title          | wrong-type
            {"title":["a"]}                                       | /title          | wrong-type
            {"title":"a","pages":"7"}                             | /pages          | wrong-type
            {"title":"a","pages":1.5}                             | /pages          | wrong-type
            {"title":"a","pages":99999999999}                     | /pages          | wrong-type
            {"title":"a","day":"2026-02-30"}                      | /day            | wrong-type
            {"title":"a","day":20260230}                          | /day            | wrong-type
            {"title":"a","day":[2026,2,28]}                       | /day            | wrong-type
            {"title":"a","day":""}                                | /day            | wrong-type
            {"title":"a","day":"2026-02-28T00:00:00Z"}            | /day            | wrong-type
            {"title":"a","day":"+10000-01-01"}                    | /day            | wrong-type
            {"title":"a","day":"0000-01-01"}                      | /day            | wrong-type
            {"title":"a","at":42}                                 | /at             | wrong-type
            {"title":"a","at":42.5}                               | /at             | wrong-type
            {"title":"a","at":"42"}                               | /at             | wrong-type
            {"title":"a","at":""}                                 | /at             | wrong-type
            {"title":"a","at":true}                               | /at             | wrong-type
            {"title":"a","at":["2026-02-28T08:00:00Z"]}           | /at             | wrong-type
            {"title":"a","at":{}}                                 | /at             | wrong-type
            {"title":"a","at":"2026-02-30T08:00:00Z"}             | /at             | wrong-type
            {"title":"a","at":"2026-02-28T08:00:00"}              | /at             | wrong-type
            {"title":"a","at":"+10000-01-01T00:00:00Z"}           | /at             | wrong-type
            {"title":"a","kind":"POEM"}                           | /kind           | wrong-type
            {"title":"a","kind":0}                                | /kind           | wrong-type
            {"title":"a","author":"b"}                            | /author         | unknown-property
            {"title":"a","a/b~c":"b"}                             | /a~1b~0c        | unknown-property
            {"title":"a","lines":[{"text":"ok"},{"text":"toolong"}]} | /lines/1/text | plain-text.too-long
            {"title":"a","lines":[{"text":"ok"},{"text":3}]}      | /lines/1/text   | wrong-type
            """)
    void a_field_that_does_not_fit_is_named(String body, String pointer, String code) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("/problems/invalid-request"))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].code").value(code))
                .andExpect(jsonPath("$.errors[0].detail", not(code)));
    }

    @Test
    void days_and_instants_are_read_from_their_texts() throws Exception {
        send("{\"title\":\"a\",\"day\":\"2024-02-29\",\"at\":\"2026-11-22T16:00:00.5+08:00\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.day").value("2024-02-29"))
                .andExpect(jsonPath("$.at").value("2026-11-22T08:00:00.500Z"));
        send("{\"title\":\"a\",\"day\":null,\"at\":null}").andExpect(status().isOk());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"title":
            not json
            {"title":"a"} trailing
            {"title":"a","title":"b"}
            [1]
            "text"
            ~~
            """)
    void a_body_that_cannot_be_read_is_malformed(String body) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/malformed-request"));
    }

    @Test
    void deep_nesting_is_refused_without_being_read() throws Exception {
        send("{\"lines\":" + "[".repeat(100_000)).andExpect(status().isBadRequest());
    }

    @Test
    void a_body_over_the_limit_is_too_large() throws Exception {
        send("{\"title\":\"" + "x".repeat(1_100_000) + "\"}")
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.type").value("/problems/content-too-large"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,    /api/v1/nowhere,                                       404, not-found",
        "DELETE, /api/v1/notes,                                         405, method-not-allowed",
        "GET,    /api/v1/notes/not-a-uuid,                              400, invalid-request",
        "GET,    /api/v1/notes/0190a000-0000-7000-8000-000000000000?on=yesterday, 400, invalid-request",
        "GET,    /api/v1/greetings/toolong,                             400, invalid-request",
        "GET,    /api/v1/greetings/a%07b,                               400, invalid-request",
        "PUT,    /api/v1/notes/0190a000-0000-7000-8000-000000000000,    428, precondition-required"
    })
    void routes_and_parameters(String method, String path, int status, String slug) throws Exception {
        perform(request(HttpMethod.valueOf(method), java.net.URI.create(path)))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.traceId", matchesPattern("[0-9a-f]{32}")));
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() throws Exception {
        perform(request(HttpMethod.DELETE, java.net.URI.create("/api/v1/notes")))
                .andExpect(header().exists("Allow"));
    }

    @Test
    void media_types_that_are_not_spoken() throws Exception {
        perform(post("/api/v1/notes").contentType(MediaType.TEXT_PLAIN).content("hello"))
                .andExpect(status().is(415))
                .andExpect(jsonPath("$.type").value("/problems/unsupported-media-type"));
        perform(get("/api/v1/me").accept(MediaType.APPLICATION_PDF))
                .andExpect(status().is(406))
                .andExpect(jsonPath("$.type").value("/problems/not-acceptable"));
    }

    @ParameterizedTest
    @CsvSource({
        "upstream, 503, upstream-unavailable",
        "database-away, 503, temporarily-unavailable",
        "deadlock, 503, temporarily-unavailable",
        "duplicate, 500, unexpected",
        "anything, 500, unexpected"
    })
    void failures_of_the_house_say_nothing_about_the_house(String kind, int status, String slug) throws Exception {
        ResultActions result = perform(get("/api/v1/failures/" + kind))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug))
                .andExpect(content().string(not(containsString("secret"))));
        if (status == 503) {
            result.andExpect(header().string("Retry-After", "2"));
        }
    }

    @Test
    void whoever_has_to_wait_is_told_how_long() throws Exception {
        perform(get("/api/v1/failures/patience"))
                .andExpect(status().is(429))
                .andExpect(header().string("Retry-After", "91"))
                .andExpect(jsonPath("$.type").value("/problems/too-many-requests"));
    }

    @Test
    void texts_come_in_the_language_of_the_caller() throws Exception {
        perform(get("/api/v1/failures/own"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("记录遗失"))
                .andExpect(jsonPath("$.detail").value("没有找到记录 N-7。"))
                .andExpect(jsonPath("$.errors[0].detail").value("已消失 3 次"));
        perform(get("/api/v1/failures/own").header("Accept-Language", "en-GB,zh;q=0.5"))
                .andExpect(jsonPath("$.detail").value("We don't have note N-7."))
                .andExpect(jsonPath("$.errors[0].detail").value("is gone, 3 times"));
        perform(get("/api/v1/failures/own").header("Accept-Language", "zh-TW"))
                .andExpect(jsonPath("$.title").value("记录遗失"));
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void every_common_problem_has_its_texts(CommonProblem problem) {
        ProblemTexts texts = new ProblemTexts("");
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(texts.title(problem, language)).isNotEqualTo(problem.slug() + ".title");
            assertThat(texts.detail(problem, List.of("x"), language)).isNotEqualTo(problem.slug() + ".detail");
        }
        assertThat(texts.title(problem, Locale.ENGLISH)).isNotEqualTo(texts.title(problem, Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void every_common_problem_has_its_page(CommonProblem problem) {
        assertThat(java.nio.file.Path.of("../../docs/problems", problem.slug() + ".md"))
                .exists();
    }

    private ResultActions send(String body) throws Exception {
        return perform(
                post("/api/v1/notes").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", Issuer.FIRST.bearer()));
    }
}
