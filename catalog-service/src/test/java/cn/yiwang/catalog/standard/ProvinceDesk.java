package cn.yiwang.catalog.standard;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk of the province, which sets standards and assigns codes. */
public record ProvinceDesk(MockMvc mockMvc) {

    public static final RequestPostProcessor EDITOR = province("province-editor", Role.CATALOG_EDITOR);
    public static final RequestPostProcessor PUBLISHER = province("province-publisher", Role.CATALOG_PUBLISHER);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static RequestPostProcessor province(String subject, Role... roles) {
        return Tokens.staff(subject)
                .department("11430000MB169231XX")
                .division("430000")
                .roles(roles)
                .asRequest();
    }

    /** A standard to which the guide of the contract keeps. */
    public static String standard(String name) {
        return """
                {"name": "%s", "basis": [{"title": "中华人民共和国药品管理法"}, {"title": "药品经营和使用质量监督管理办法", "article": "第四十二条"}],
                 "materials": [{"name": "药品零售经营许可申请书", "required": true}, {"name": "营业执照", "required": true},
                               {"name": "执业药师注册证", "required": true}], "statutory": {"amount": 20, "unit": "WORKING_DAY"},
                 "duties": [{"stage": "受理责任", "text": "公示办理条件，一次性告知补正材料。"}],
                 "accountable": [{"who": "直接负责的主管人员", "causes": "对符合条件的申请不予受理的。"}]}""".formatted(name);
    }

    public void createBaseItem(String code, String name) throws Exception {
        mockMvc.perform(editor(
                        "/api/v1/base-items", "{\"code\": \"%s\", \"standard\": %s}".formatted(code, standard(name))))
                .andExpect(status().isCreated());
        mockMvc.perform(call("/api/v1/base-items/" + code + "/standards/1/publications", null)
                        .header("If-Match", "\"1\"")
                        .with(PUBLISHER))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("PUBLISHED"));
    }

    public String enter(String baseCode, String body, String level, String deviations) throws Exception {
        return code(
                editor("/api/v1/base-items/" + baseCode + "/implementations", """
                {"body": "%s", "level": "%s", "authoritySource": "1", "deviations": [%s]}""".formatted(body, level, deviations)));
    }

    public String enterItem(String implementation, String sequence, String name) throws Exception {
        return code(editor(
                "/api/v1/implementations/" + implementation + "/items",
                "{\"sequence\": \"%s\", \"name\": \"%s\"}".formatted(sequence, name)));
    }

    private String code(MockHttpServletRequestBuilder call) throws Exception {
        return JSON.readTree(mockMvc.perform(call)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .get("code")
                .stringValue();
    }

    public static MockHttpServletRequestBuilder editor(String path, String body) {
        return call(path, body).with(EDITOR);
    }

    public static MockHttpServletRequestBuilder publisher(String path, String body) {
        return call(path, body).with(PUBLISHER);
    }

    public static MockHttpServletRequestBuilder call(String path, @Nullable String body) {
        var call = post(path).header("Idempotency-Key", UUID.randomUUID().toString());
        return body == null
                ? call
                : call.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    public ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    public JsonNode read(String path) throws Exception {
        return JSON.readTree(Objects.requireNonNull(mockMvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)));
    }
}
