package cn.yiwang.systemtests;

import static cn.yiwang.systemtests.CatalogWork.EDITOR;
import static cn.yiwang.systemtests.CatalogWork.PROVINCE_EDITOR;
import static cn.yiwang.systemtests.CatalogWork.PROVINCE_PUBLISHER;
import static cn.yiwang.systemtests.CatalogWork.PUBLISHER;
import static cn.yiwang.systemtests.CatalogWork.asDraft;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole life of a guide, by people of the province and of the city, with every refusal on the way. */
class GuideJourneyIT {

    private static final LocalDate TODAY = ChinaTime.today(Clock.systemUTC());
    private static final String NOTE = "{\"effectiveFrom\": \"%s\", \"note\": \"核对过来源（示例）\"}";

    private final CatalogWork work = new CatalogWork();

    @Test
    void a_guide_is_written_reviewed_published_replaced_suspended_resumed_and_ended() {
        theProvinceEntersTheItem();
        var published = theFirstVersionIsPublished();
        theSecondVersionIsPublishedForLater(published);
        theItemIsSuspendedAndResumed();
        theBaseItemIsAbolished();
        theNewsAndTheSnapshotSayTheSame();
    }

    private void theProvinceEntersTheItem() {
        var entered = Call.post("/api/v1/base-items").json(work.baseItem());
        entered.send().expectProblem(401, "unauthenticated");
        entered.as(EDITOR).send().expectProblem(403, "province-only");
        entered.as(PROVINCE_PUBLISHER).send().expectProblem(403, "forbidden");
        entered.as(PROVINCE_EDITOR).send().expect(201);
        Call.post("/api/v1/base-items")
                .as(PROVINCE_EDITOR)
                .json(work.baseItem())
                .send()
                .expectProblem(409, "base-item-exists");
        var publication = Call.post("/api/v1/base-items/" + work.baseCode() + "/standards/1/publications")
                .ifMatch("\"1\"");
        publication
                .as(Tokens.staff("province-editor")
                        .department("11430000MB169231XX")
                        .division("430000")
                        .roles(Role.CATALOG_PUBLISHER)
                        .bearer())
                .send()
                .expectProblem(403, "standard-needs-another-publisher");
        publication.as(PROVINCE_PUBLISHER).send().expect(201);
        var implementation = Call.post("/api/v1/base-items/" + work.baseCode() + "/implementations")
                .as(PROVINCE_EDITOR)
                .json("""
                        {"body": "%s", "level": "3", "authoritySource": "1", "deviations": []}""".formatted(Persona.LEAD_BODY))
                .send()
                .expect(201);
        var item = Call.post("/api/v1/implementations/" + implementation.text("code") + "/items")
                .as(PROVINCE_EDITOR)
                .json("{\"sequence\": \"01\", \"name\": \"用药指导预约（示例）\"}")
                .send()
                .expect(201);
        assertThat(item.text("code")).isEqualTo(work.item());
        Call.get(work.path("")).send().expectProblem(404, "item-not-found");
        var listed = Call.get("/api/v1/directories/public-services?limit=100&body=" + Persona.LEAD_BODY)
                .send()
                .expect(200);
        assertThat(listed.body()).contains(implementation.text("code"));
    }

    private JsonNode theFirstVersionIsPublished() {
        var draft = Call.post(work.path("/drafts")).json(asDraft(work.guide()));
        draft.send().expectProblem(401, "unauthenticated");
        draft.as(PUBLISHER).send().expectProblem(403, "forbidden");
        draft.as(Tokens.staff("elsewhere")
                        .department(Persona.FOREIGN_BODY)
                        .division(Persona.CHANGDE)
                        .roles(Role.CATALOG_EDITOR)
                        .bearer())
                .send()
                .expectProblem(403, "guide-of-another-body");
        draft.as(EDITOR).without("Idempotency-Key").send().expectProblem(400, "idempotency-key-required");
        var opened = draft.as(EDITOR).send().expect(201);
        Call.post(work.path("/drafts"))
                .as(EDITOR)
                .json(asDraft(work.guide()))
                .send()
                .expectProblem(409, "draft-exists");

        var asked = step(1, "review-requests", EDITOR, opened, "{}").send().expect(201);
        step(1, "review-requests", EDITOR, asked, "{}").send().expectProblem(409, "draft-in-review");
        Call.put(work.path("/drafts/1"))
                .as(EDITOR)
                .ifMatch(asked.etag())
                .json(asDraft(work.guide()))
                .send()
                .expectProblem(409, "draft-in-review");
        var reasons = "{\"reasons\": [{\"pointer\": \"/guide/timeLimits\", \"text\": \"承诺时限有误\"}]}";
        step(1, "returns", EDITOR, asked, reasons).send().expectProblem(403, "forbidden");
        step(1, "returns", PUBLISHER, opened, reasons).send().expectProblem(412, "stale-version");
        var returned = step(1, "returns", PUBLISHER, asked, reasons).send().expect(201);
        step(1, "returns", PUBLISHER, returned, reasons).send().expectProblem(409, "draft-not-in-review");

        var broken = rewrite(returned, tooLong(work.guide()));
        step(1, "publications", PUBLISHER, broken, NOTE.formatted(TODAY))
                .send()
                .expectProblem(422, "guide-not-publishable");
        var stale = rewrite(broken, restingOnRepealedLaw(work.guide()));
        assertThat(step(1, "publications", PUBLISHER, stale, NOTE.formatted(TODAY))
                        .send()
                        .expectProblem(422, "guide-not-publishable")
                        .body())
                .contains("publish-rule.basis-is-in-force", "国务院令第739号");
        var mended = rewrite(stale, work.guide());
        var publication = step(1, "publications", PUBLISHER, mended, NOTE.formatted(TODAY));
        publication.as(EDITOR).send().expectProblem(403, "forbidden");
        publication.without("If-Match").send().expectProblem(428, "precondition-required");
        step(1, "publications", PUBLISHER, broken, NOTE.formatted(TODAY)).send().expectProblem(412, "stale-version");
        step(1, "publications", PUBLISHER, mended, NOTE.formatted(TODAY.minusDays(1)))
                .send()
                .expectProblem(422, "guide-not-publishable");
        publication
                .as(Tokens.staff("catalog-editor")
                        .department(Persona.LEAD_BODY)
                        .division(Persona.CHENZHOU)
                        .roles(Role.CATALOG_PUBLISHER)
                        .bearer())
                .send()
                .expectProblem(403, "publisher-is-editor");
        var first = publication.send().expect(201);
        assertThat(publication.send().expect(201).body()).isEqualTo(first.body());
        Awaitility.await("the search to find it").atMost(Duration.ofSeconds(10)).until(this::isFound);
        return Call.get(work.path("")).send().expect(200).json();
    }

    private void theSecondVersionIsPublishedForLater(JsonNode first) {
        var day = TODAY.plusDays(30);
        var opened = Call.post(work.path("/drafts"))
                .as(EDITOR)
                .json(asDraft(work.guide().put("requiredAssurance", 3)))
                .send()
                .expect(201);
        step(2, "publications", PUBLISHER, opened, NOTE.formatted(day)).send().expect(201);
        assertThat(Call.get(work.path("")).send().expect(200).json().path("guide"))
                .isEqualTo(first.path("guide"));
        assertThat(Call.get(work.path("?on=" + day))
                        .send()
                        .expect(200)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        Call.get(work.path("?on=" + TODAY.minusDays(1))).send().expectProblem(404, "item-version-not-found");
        var differences = Call.get(work.path("/differences?from=1&to=2")).send().expect(200);
        assertThat(differences.json().at("/differences/0/pointer").asString()).isEqualTo("/requiredAssurance");
        Call.get(work.path("/differences?from=2&to=1")).send().expectProblem(400, "invalid-request");
        Call.get(work.path("/differences?from=1&to=9")).send().expectProblem(404, "item-version-not-found");
    }

    private void theItemIsSuspendedAndResumed() {
        var before = work.state();
        var reason = "{\"reason\": \"系统升级（示例）\", \"until\": \"%s\"}".formatted(TODAY.plusDays(3));
        work.decision("suspensions", reason).without("Authorization").send().expectProblem(401, "unauthenticated");
        work.decision("suspensions", reason).as(EDITOR).send().expectProblem(403, "forbidden");
        work.decision("suspensions", reason).ifMatch("\"99\"").send().expectProblem(412, "stale-version");
        work.decision("suspensions", reason).without("If-Match").send().expectProblem(428, "precondition-required");
        work.decision("suspensions", "{}").send().expectProblem(400, "invalid-request");
        work.decision("resumptions", "{}").send().expectProblem(409, "item-status-forbids");
        work.isUnchangedSince(before);
        work.decision("suspensions", reason).send().expect(201);
        work.decision("suspensions", reason).send().expectProblem(409, "item-status-forbids");
        Call.get(work.path("")).send().expectProblem(404, "item-suspended");
        Call.get(work.path("?on=" + TODAY.plusDays(4))).send().expect(200);
        Call.get(work.path("/versions/1")).send().expect(200);
        Awaitility.await("the search to hide it").atMost(Duration.ofSeconds(10)).until(() -> !isFound());
        var application = "{\"itemCode\": \"%s\"}".formatted(work.item());
        // Nobody applied for it before, so nobody remembers its guide.
        Call.post("/api/v1/applications")
                .as(Tokens.bearer(Persona.AGENT))
                .json(application)
                .send()
                .expectProblem(422, "item-not-available");
        work.decision("resumptions", "{\"note\": \"升级完成（示例）\"}").send().expect(201);
        Call.get(work.path("")).send().expect(200);
        Call.post("/api/v1/applications")
                .as(Tokens.bearer(Persona.AGENT))
                .json(application)
                .send()
                .expect(201);
    }

    private void theBaseItemIsAbolished() {
        var end = Call.post("/api/v1/successions").json("""
                {"kind": "ABOLISH", "from": ["%s"], "to": ["000172005000"], "effectiveOn": "%s", "basis": "目录调整（示例）"}""".formatted(work.baseCode(), TODAY.plusDays(1)));
        end.send().expectProblem(401, "unauthenticated");
        end.as(PUBLISHER).send().expectProblem(403, "succession-by-the-province");
        end.as(PROVINCE_EDITOR).send().expectProblem(403, "forbidden");
        end.as(PROVINCE_PUBLISHER).send().expect(201);
        Call.get(work.path("")).send().expect(200);
        Call.get(work.path("?on=" + TODAY.plusDays(1))).send().expectProblem(404, "item-abolished");
        assertThat(work.state().json().at("/successors/0/code").asString()).endsWith("000172005000" + "01");
        assertThat(Call.get("/api/v1/base-items/" + work.baseCode())
                        .send()
                        .expect(200)
                        .json()
                        .at("/successors/0")
                        .asString())
                .isEqualTo("000172005000");
        work.decision("withdrawals", "{\"reason\": \"理由（示例）\", \"from\": \"%s\"}".formatted(TODAY))
                .send()
                .expectProblem(409, "item-status-forbids");
        Call.post(work.path("/drafts"))
                .as(EDITOR)
                .json(asDraft(work.guide()))
                .send()
                .expectProblem(409, "item-status-forbids");
    }

    private void theNewsAndTheSnapshotSayTheSame() {
        var entry = snapshotEntry();
        var subject = entry.path("subject").asString();
        var events = Broker.awaitEvents("yiwang.catalog", List.of(subject), 5).get(subject);
        events.forEach(event -> Contracts.checkEvent("catalog", event));
        assertThat(events.stream().map(event -> event.path("type").asString()))
                .containsExactly(
                        "cn.yiwang.catalog.item-published.v1",
                        "cn.yiwang.catalog.item-published.v1",
                        "cn.yiwang.catalog.item-suspended.v1",
                        "cn.yiwang.catalog.item-resumed.v1",
                        "cn.yiwang.catalog.item-abolished.v1");
        assertThat(entry.path("sequence").asString())
                .isEqualTo(events.getLast().path("sequence").asString());
        assertThat(entry.path("versions").size()).isEqualTo(2);
    }

    private JsonNode snapshotEntry() {
        var after = "";
        while (true) {
            var page = Call.get("/api/v1/catalog-snapshot?limit=100" + after)
                    .send()
                    .expect(200)
                    .json();
            for (var entry : page.path("items")) {
                if (entry.path("itemCode").asString().equals(work.item())) {
                    return entry;
                }
            }
            assertThat(page.path("next").isNull())
                    .as("the item is in the snapshot")
                    .isFalse();
            after = "&after=" + page.path("next").asString();
        }
    }

    private boolean isFound() {
        var found = Call.get("/api/v1/items?query=" + work.item()).send().expect(200);
        return found.body().contains(work.item());
    }

    private Call step(int version, String kind, String bearer, Answer seen, String body) {
        return Call.post(work.path("/drafts/" + version + "/" + kind))
                .as(bearer)
                .ifMatch(seen.etag())
                .json(body);
    }

    private Answer rewrite(Answer seen, ObjectNode guide) {
        return Call.put(work.path("/drafts/1"))
                .as(EDITOR)
                .ifMatch(seen.etag())
                .json(asDraft(guide))
                .send()
                .expect(200);
    }

    /** A promise that is longer than the law allows. */
    private static ObjectNode tooLong(ObjectNode guide) {
        var limits = guide.withObject("/timeLimits");
        limits.withObject("/promised")
                .put("amount", limits.withObject("/statutory").path("amount").asInt() + 1);
        return guide;
    }

    /** The stale text that a portal still showed: Order 680, which Order 739 replaced on 1 June 2021. */
    private static ObjectNode restingOnRepealedLaw(ObjectNode guide) {
        ((ObjectNode) guide.withArray("/basis").get(0)).put("documentNumber", "国务院令第680号");
        return guide;
    }
}
