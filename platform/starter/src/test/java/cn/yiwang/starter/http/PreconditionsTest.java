package cn.yiwang.starter.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebSlice
class PreconditionsTest {

    @Autowired
    MockMvc mvc;

    @Test
    void the_version_is_taken_from_the_entity_tag() throws Exception {
        mvc.perform(change().header("If-Match", ETags.of(7)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.was").value(7))
                .andExpect(header().string("ETag", "\"8\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "7", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"07\"", "\"9999999999999999999\"", "\"\"", ""})
    void anything_but_one_strong_tag_never_matches(String value) throws Exception {
        mvc.perform(change().header("If-Match", value))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.type").value("/problems/stale-version"));
    }

    @Test
    void two_headers_are_not_one_tag() throws Exception {
        mvc.perform(change().header("If-Match", "\"7\"", "\"8\"")).andExpect(status().isPreconditionFailed());
    }

    private static MockHttpServletRequestBuilder change() {
        return put("/api/v1/notes/0190a000-0000-7000-8000-000000000000").header("Authorization", Issuer.FIRST.bearer());
    }
}
