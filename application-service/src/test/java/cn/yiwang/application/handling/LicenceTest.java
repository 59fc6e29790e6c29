package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class LicenceTest extends ApplicationTest {

    private static final String CERTIFICATE = "1.2.156.3005.2.11430000MB1599860M001.11431000MB1938148M.AA0001.001.8";

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE", "RENEWAL", "REISSUE", "CANCELLATION"})
    void what_is_about_a_licence_says_which(String business) {
        var item = item(business);
        var refused = calls.create(AGENT, item, true).expect(422);
        assertThat(refused.problem()).isEqualTo("licence-required");
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/licence");

        var draft = calls.create(AGENT, item, false).expect(201);
        calls.submit(AGENT, draft.id(), draft.etag()).expect(422);
        var saved = calls.save(AGENT, draft.id(), draft.etag(), "{\"licence\": \"" + CERTIFICATE + "\"}")
                .expect(200);
        calls.submit(AGENT, draft.id(), saved.etag()).expect(201);
        assertThat(read(AGENT, draft.id()).body().path("licence").asString()).isEqualTo(CERTIFICATE);
    }

    @Test
    void a_first_licence_and_an_item_that_does_not_say_ask_for_none() {
        calls.create(AGENT, item("FIRST_ISSUE"), true).expect(201);
        calls.create(AGENT, QUICK_PHARMACY, true).expect(201);
    }

    @Test
    void an_identifier_is_bounded() {
        calls.send(post(Calls.ROOT), AGENT, null, "{\"itemCode\": \"" + QUICK_PHARMACY + "\", \"licence\": \"许可证\"}")
                .expect(400);
    }

    private static String item(String business) {
        var item = "11431000MB1938148M3000172005000" + (50 + business.length());
        TestCatalog.offers(item, guide -> {
            guide.withObject("/guide").withArray("materials").forEach(material -> ((ObjectNode) material)
                    .put("necessity", "OPTIONAL"));
            guide.withObject("/guide").withObject("/handling").put("business", business);
        });
        return item;
    }
}
