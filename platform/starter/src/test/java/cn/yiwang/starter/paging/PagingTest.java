package cn.yiwang.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import cn.yiwang.starter.problem.ProblemException;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebSlice
class PagingTest {

    @Autowired
    MockMvc mvc;

    @Test
    void pages_follow_each_other_to_the_end() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            String page = mvc.perform(
                            get("/api/v1/notes").param("after", next).header("Authorization", Issuer.FIRST.bearer()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.addAll(JsonPath.<List<Integer>>read(page, "$.items"));
            next = JsonPath.read(page, "$.next");
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1e1", "99999999999"})
    void a_limit_outside_1_to_100_is_refused(String limit) throws Exception {
        mvc.perform(get("/api/v1/notes").param("limit", limit).header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "nonsense", "AAAA", "'; DROP TABLE x", "MQoy"})
    void a_cursor_that_is_none_of_ours_is_refused(String after) throws Exception {
        mvc.perform(get("/api/v1/notes").param("after", after).header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("cursor.invalid"));
    }

    @Test
    void a_cursor_gives_its_parts_back() {
        Cursor cursor = Cursor.decode(Cursor.encode(17L, "药店"), 2);
        assertThat(cursor.longAt(0)).isEqualTo(17);
        assertThat(cursor.textAt(1)).isEqualTo("药店");
        assertThatThrownBy(() -> cursor.longAt(1)).isInstanceOf(ProblemException.class);
    }
}
