package cn.yiwang.catalog.transfer;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The desk at which files of items are brought in. */
record TransferDesk(MockMvc mockMvc) {

    /** Gives these tests a context and so a catalog of their own: others count what the seed brought. */
    static final String OWN_CATALOG = "test.catalog=transfer";

    static final String IMPORTS = "/api/v1/catalog-imports";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An editor of the second body, which has no items of its own in the seed. */
    static RequestPostProcessor secondEditor() {
        return editorOf(Persona.SECOND_BODY, Persona.CHENZHOU);
    }

    static RequestPostProcessor editorOf(String body, String division) {
        return Tokens.staff("editor-" + body)
                .department(body)
                .division(division)
                .roles(Role.CATALOG_EDITOR)
                .asRequest();
    }

    static RequestPostProcessor province() {
        return editorOf("11430000MB1599860M", "430000");
    }

    static MockMultipartHttpServletRequestBuilder upload(String name, byte[] content) {
        return multipart(IMPORTS).file(new MockMultipartFile("file", name, "application/octet-stream", content));
    }

    static <T extends MockHttpServletRequestBuilder> T newKey(T call) {
        call.header("Idempotency-Key", UUID.randomUUID().toString());
        return call;
    }

    /** Brings a file in and waits until it was checked. */
    JsonNode checked(RequestPostProcessor who, String name, byte[] content) throws Exception {
        var call = upload(name, content);
        call.header("Idempotency-Key", UUID.randomUUID().toString());
        var answer = mockMvc.perform(call.with(who)).andExpect(status().isAccepted());
        return settled(who, body(answer).get("id").stringValue());
    }

    JsonNode checked(String name, byte[] content) throws Exception {
        return checked(Tokens.as(CATALOG_EDITOR), name, content);
    }

    ResultActions order(RequestPostProcessor who, JsonNode found) throws Exception {
        var id = found.get("id").stringValue();
        var etag = mockMvc.perform(get(IMPORTS + "/" + id).with(who))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        return mockMvc.perform(newKey(post(IMPORTS + "/" + id + "/applications"))
                .header("If-Match", etag == null ? "\"0\"" : etag)
                .with(who));
    }

    /** Has it applied and waits until it was. */
    JsonNode applied(RequestPostProcessor who, JsonNode found) throws Exception {
        order(who, found).andExpect(status().isAccepted());
        return settled(who, found.get("id").stringValue());
    }

    /** Asks until the import does not go on by itself. */
    JsonNode settled(RequestPostProcessor who, String id) {
        var last = new AtomicReference<JsonNode>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    var found = body(
                            mockMvc.perform(get(IMPORTS + "/" + id).with(who)).andExpect(status().isOk()));
                    last.set(found);
                    var state = found.get("state").stringValue();
                    return !state.equals("WAITING") && !state.equals("APPLYING");
                });
        return last.get();
    }

    List<JsonNode> findings(RequestPostProcessor who, JsonNode found, String language) throws Exception {
        var all = new ArrayList<JsonNode>();
        String after = null;
        do {
            var call = get(IMPORTS + "/" + found.get("id").stringValue() + "/findings")
                    .param("limit", "3")
                    .header("Accept-Language", language)
                    .with(who);
            var page = body(mockMvc.perform(after == null ? call : call.param("after", after))
                    .andExpect(status().isOk()));
            page.get("items").forEach(all::add);
            after = page.get("next").isNull() ? null : page.get("next").stringValue();
        } while (after != null);
        return all;
    }

    byte[] export(RequestPostProcessor who, String body, String format, String content) throws Exception {
        return mockMvc.perform(get("/api/v1/catalog-exports")
                        .param("body", body)
                        .param("format", format)
                        .param("content", content)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    static JsonNode body(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /** A JSON catalog of this many items of a body, whose base codes begin with the given ten characters. */
    static byte[] catalog(String body, String base, int from, int count) {
        var items = JSON.createArrayNode();
        for (int i = from; i < from + count; i++) {
            var baseCode = base + "%0" + (12 - base.length()) + "d";
            var code = body + "3" + baseCode.formatted(i / 99) + "%02d".formatted(i % 99 + 1);
            var guide = Guides.pharmacyJson();
            var prefix = "M" + code.substring(19);
            guide.get("materials").forEach(material -> ((ObjectNode) material)
                    .put("code", prefix + material.get("code").stringValue().substring(15)));
            items.addObject()
                    .put("itemCode", code)
                    .put("name", "示例事项" + i)
                    .put("baseName", "示例基本事项" + i / 99)
                    .set("guide", guide);
        }
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("items", items));
    }
}
