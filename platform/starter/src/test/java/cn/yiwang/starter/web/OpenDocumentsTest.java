package cn.yiwang.starter.web;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.WebSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebSlice
class OpenDocumentsTest {

    @Autowired
    MockMvc mvc;

    @Test
    void the_document_shows_headers_paging_tokens_and_problems() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value("3.1.0"))
                .andExpect(jsonPath("$.paths['/api/v1/notes/{id}'].put.parameters[*].name", hasItem("If-Match")))
                .andExpect(jsonPath("$.paths['/api/v1/notes'].get.parameters[*].name", hasItem("after")))
                .andExpect(jsonPath("$.paths['/api/v1/me'].get.security", hasSize(1)))
                .andExpect(jsonPath("$.paths['/api/v1/me'].get.parameters").doesNotExist())
                .andExpect(
                        jsonPath("$.paths['/api/v1/me'].get.responses.default").exists())
                .andExpect(jsonPath("$.components.schemas.Problem").exists())
                .andExpect(jsonPath("$.paths['/error']").doesNotExist());
    }
}
