package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class MaterialsTest extends ApplicationTest {

    private static final String FORM = "M0001720050000101";

    static Object[][] lies() {
        return new Object[][] {
            {"a.pdf", "application/pdf", SampleFiles.executable(), 422, "material-not-what-it-says"},
            {"a.pdf", "image/png", SampleFiles.pdf(), 422, "material-not-what-it-says"},
            {"a.png", "application/pdf", SampleFiles.pdf(), 422, "material-not-what-it-says"},
            {"a.txt", "text/plain", "text".getBytes(), 415, "material-type-not-allowed"},
            {"a.pdf", "application/pdf", new byte[0], 422, "material-not-what-it-says"},
        };
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_file_that_lies_is_refused_and_nothing_is_kept(
            String name, String type, byte[] content, int status, String problem) {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        var answer = calls.upload(AGENT, draft.id(), FORM, name, type, content).expect(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(read(AGENT, draft.id()).body().path("materials")).isEmpty();
        assertThat(read(AGENT, draft.id()).etag()).isEqualTo(draft.etag());
    }

    @Test
    void a_material_outside_the_guide_is_not_taken() {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        assertThat(calls.upload(AGENT, draft.id(), "M0001720050000199", "a.pdf", "application/pdf", SampleFiles.pdf())
                        .expect(422)
                        .problem())
                .isEqualTo("material-outside-guide");
        calls.upload(AGENT, draft.id(), "../../x", "a.pdf", "application/pdf", SampleFiles.pdf())
                .expect(400);
    }

    @Test
    void a_file_above_the_guides_size_is_refused() {
        var code = "11431000MB1938148M300017200500045";
        TestCatalog.offers(code, item -> item.withObject("/guide")
                .withArray("materials")
                .forEach(material -> ((ObjectNode) material).put("maxBytes", 100)));
        var draft = calls.create(AGENT, code, false).expect(201);
        assertThat(calls.upload(AGENT, draft.id(), FORM, "a.pdf", "application/pdf", SampleFiles.pdf())
                        .expect(413)
                        .problem())
                .isEqualTo("material-too-large");
    }

    @Test
    void only_those_who_see_the_application_get_the_file_and_only_as_a_download() throws Exception {
        var draft = calls.create(AGENT, QUICK_PHARMACY, false).expect(201);
        var uploaded = calls.upload(
                        AGENT, draft.id(), FORM, "..\\..\\申请\u202E书\".pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        assertThat(uploaded.body().path("fileName").asString()).isEqualTo("申请书_.pdf");
        var path = Calls.ROOT + "/" + draft.id() + "/materials/" + uploaded.id() + "/content";

        calls.read(WINDOW_CLERK, path).expect(404);
        var submitted = calls.submit(AGENT, draft.id(), uploaded.etag()).expect(201);
        assertThat(calls.read(WINDOW_CLERK, path).expect(200).bytes()).isEqualTo(SampleFiles.pdf());
        calls.read(SECOND_REVIEWER, path).expect(404);
        calls.read(OTHER_AGENT, path).expect(404);
        calls.accept(WINDOW_CLERK, draft.id(), submitted.etag()).expect(201);
        calls.read(SECOND_REVIEWER, path).expect(200);

        var response =
                mockMvc.perform(get(path).with(Tokens.as(AGENT))).andReturn().getResponse();
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'read-material' AND object_id = ?")
                        .param(draft.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothing_is_added_once_it_is_handed_in_and_nobody_else_adds() {
        var submitted = submitted(CANCELLATION);
        assertThat(calls.upload(AGENT, submitted.id(), FORM, "a.pdf", "application/pdf", SampleFiles.pdf())
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        calls.upload(OTHER_AGENT, draft.id(), FORM, "a.pdf", "application/pdf", SampleFiles.pdf())
                .expect(404);
    }
}
