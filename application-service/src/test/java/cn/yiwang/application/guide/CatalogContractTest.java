package cn.yiwang.application.guide;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.guide.Guide.Necessity;
import cn.yiwang.application.guide.Guide.ResultKind;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.upstream.UpstreamUnavailableException;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Upstreams;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CatalogContractTest extends ApplicationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Guides guides;

    @Test
    void the_catalogs_own_example_is_understood() {
        // Past what another test may have been told about the same item.
        clock.advance(Duration.ofMinutes(1));
        Contracts.check(
                "catalog/item-version.schema.json",
                JsonMapper.shared().readTree(Contracts.text("catalog/examples/item-version.json")));
        var guide = guides.lookUp(TestCatalog.PHARMACY, TODAY).get().guide();
        assertThat(guide.name()).isEqualTo("开办药品零售企业许可");
        assertThat(guide.body().code()).isEqualTo("11431000MB1938148M");
        assertThat(guide.guide().audiences()).containsExactly(Audience.ORGANIZATION);
        assertThat(guide.requiredMaterials()).first().satisfies(material -> assertThat(material.necessity())
                .isEqualTo(Necessity.REQUIRED));
        assertThat(guide.reviewParts("11431000MB1938148M")).hasSize(2);
        assertThat(guide.guide().result().kind()).isEqualTo(ResultKind.CERTIFICATE);
        assertThat(guide.guide().timeLimits().promised()).isNotNull();
        Upstreams.of(TestCatalog.NAME)
                .verify(getRequestedFor(urlPathEqualTo("/api/v1/items/" + TestCatalog.PHARMACY))
                        .withQueryParam("on", equalTo("2026-11-23")));
    }

    @Test
    void a_catalog_that_is_down_stops_new_applications_and_nothing_else() {
        var item = "11431000MB1938148M300017200500021";
        TestCatalog.offers(item, guide -> guide.withObject("/guide")
                .withArray("materials")
                .forEach(material -> ((ObjectNode) material).put("necessity", "OPTIONAL")));
        var running = calls.create(AGENT, item, true).expect(201);
        TestCatalog.isDown(item);
        clock.advance(Duration.ofSeconds(11));
        var refused = calls.create(AGENT, item, true).expect(503);
        assertThat(refused.problem()).isEqualTo("upstream-unavailable");
        calls.accept(WINDOW_CLERK, running.id(), running.etag()).expect(201);
        Assertions.assertThatThrownBy(() -> guides.lookUp(item, TODAY).get())
                .isInstanceOf(UpstreamUnavailableException.class);
    }

    @Test
    void an_item_the_catalog_does_not_offer_cannot_be_applied_for() {
        var item = "11431000MB1938148M300017200500022";
        TestCatalog.knowsNot(item);
        Assertions.assertThatThrownBy(() -> guides.lookUp(item, TODAY).get())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo("item-not-available"));
    }

    @Test
    void a_draft_is_looked_through_again_when_the_guide_has_changed() {
        var item = "11431000MB1938148M300017200500023";
        TestCatalog.offers(item, guide -> optional(guide).put("version", 1));
        var draft = calls.create(AGENT, item, false).expect(201);
        TestCatalog.offers(item, guide -> optional(guide).put("version", 2));
        clock.advance(Duration.ofSeconds(11));
        assertThat(calls.submit(AGENT, draft.id(), draft.etag()).expect(409).problem())
                .isEqualTo("guide-superseded");
        var saved = calls.save(AGENT, draft.id(), draft.etag(), "{\"summary\": \"按新版指南\"}")
                .expect(200);
        calls.submit(AGENT, draft.id(), saved.etag()).expect(201);
        assertThat(read(AGENT, draft.id()).body().path("item").path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_running_application_keeps_the_version_it_was_submitted_under() {
        var item = "11431000MB1938148M300017200500024";
        TestCatalog.offers(item, guide -> optional(guide).put("version", 1));
        var running = calls.create(AGENT, item, true).expect(201);
        TestCatalog.offers(item, guide -> optional(guide).put("version", 2).put("name", "新名称"));
        clock.advance(Duration.ofSeconds(11));
        var next = calls.create(AGENT, item, true).expect(201);
        assertThat(read(AGENT, next.id()).body().path("item").path("name").asString())
                .isEqualTo("新名称");
        assertThat(read(AGENT, running.id()).body().path("item").path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void an_expired_version_is_not_applied_under() {
        var item = "11431000MB1938148M300017200500025";
        TestCatalog.offers(item, guide -> optional(guide).put("effectiveTo", "2026-11-22"));
        assertThat(calls.create(AGENT, item, true).expect(409).problem()).isEqualTo("guide-superseded");
    }

    private static ObjectNode optional(ObjectNode item) {
        item.withObject("/guide").withArray("materials").forEach(material -> ((ObjectNode) material)
                .put("necessity", "OPTIONAL"));
        return item;
    }
}
