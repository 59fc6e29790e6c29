package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the platform is for, from end to end, as the people of the demo live it. */
@Order(1)
class JourneyIT {

    private static final List<String> PHARMACY_LIFE = List.of(
            "cn.yiwang.application.submitted.v1",
            "cn.yiwang.application.accepted.v1",
            "cn.yiwang.application.department-reviewed.v1",
            "cn.yiwang.application.department-reviewed.v1",
            "cn.yiwang.application.granted.v1",
            "cn.yiwang.application.delivered.v1");

    @Test
    void a_company_finds_applies_is_reviewed_gets_its_certificate_and_a_partner_hears_of_it() throws Exception {
        try (var partner = new Partner()) {
            var subscription = subscribe(partner);

            var found = Call.get("/api/v1/items?query=%E5%BC%80%E8%8D%AF%E5%BA%97")
                    .send()
                    .expect(200)
                    .json()
                    .path("items");
            assertThat(found.get(0).path("name").asString()).isEqualTo("开办药品零售企业许可");
            assertThat(found.get(0).path("implementations").valueStream().map(body -> body.path("itemCode")
                            .asString()))
                    .contains(Filing.PHARMACY);

            var submitted = Filing.submittedPharmacy(Persona.AGENT);
            assertThat(submitted.status()).isEqualTo("SUBMITTED");
            assertThat(worklistOf(Persona.WINDOW_CLERK)).contains(submitted.id());
            assertThat(worklistOf(Persona.FOREIGN_CLERK)).doesNotContain(submitted.id());

            var accepted = submitted.accept();
            assertThat(accepted.read(Persona.AGENT)
                            .json()
                            .path("due")
                            .path("on")
                            .asString())
                    .matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(worklistOf(Persona.REVIEWER)).contains(submitted.id());
            assertThat(worklistOf(Persona.SECOND_REVIEWER)).contains(submitted.id());

            var granted = accepted.review(Persona.SECOND_REVIEWER)
                    .review(Persona.REVIEWER)
                    .grant();
            assertThat(progressOf(granted)).isIn("GRANTED", "DELIVERED");

            var delivered = await(
                    "the certificate to arrive",
                    () -> granted.read(Persona.AGENT).json(),
                    application ->
                            application.path("status").path("code").asString().equals("DELIVERED"));
            theCertificateIsGenuine(delivered.path("certificate").path("id").asString(), granted);
            thePartnerHeardOfItThreeWays(partner, subscription, granted);
        }
    }

    @Test
    void a_complaint_is_filed_dispatched_answered_called_back_and_closed() {
        var filed = Call.post("/api/v1/work-orders").json("""
                        {"kind": "COMPLAINT", "title": "药店不开发票（示例）", "content": "多次索要发票未果。", "claim": "补开发票",
                         "division": "431000", "respondent": {"name": "某某药店（示例）"}, "secret": false, "replyWanted": true,
                         "contact": {"name": "王小明（示例）", "phone": "13800000000", "address": "郴州市示例路1号"}}""").send().expect(201);
        var id = filed.text("id");
        var number = filed.text("number");
        var code = filed.text("queryCode");
        assertThat(complaintProgress(number, code).path("status").path("code").asString())
                .isNotEmpty();
        Call.get("/api/v1/work-order-progress/" + number)
                .header("Query-Code", "AAAAAAAAAA")
                .send()
                .expectProblem(404);

        var dispatched = workOrderStep(id, filed.etag(), Persona.DISPATCHER, "dispatches", """
                {"body": "11431000MB1938148M", "bodyName": "郴州市市场监督管理局", "division": "431000", "instruction": "请核实"}""");
        var answered = workOrderStep(id, dispatched.etag(), Persona.CASE_HANDLER, "answers", """
                {"text": "已责令商家补开发票。"}""");
        var calledBack = workOrderStep(id, answered.etag(), Persona.CALLBACK_AGENT, "call-backs", """
                {"outcome": "SOLVED", "satisfaction": 5, "note": "满意"}""");
        workOrderStep(id, calledBack.etag(), Persona.CALLBACK_AGENT, "closures", "{}");

        var events = Broker.awaitEvents("yiwang.complaint", List.of(id), 5).get(id);
        events.forEach(event -> Contracts.checkEvent("complaint", event));
        assertThat(events.stream().map(event -> event.path("type").asString()))
                .containsExactly(
                        "cn.yiwang.complaint.filed.v1",
                        "cn.yiwang.complaint.dispatched.v1",
                        "cn.yiwang.complaint.answered.v1",
                        "cn.yiwang.complaint.called-back.v1",
                        "cn.yiwang.complaint.closed.v1");
    }

    private static Answer subscribe(Partner partner) {
        return Call.post("/api/v1/subscriptions")
                .as(Tokens.bearer(Persona.PARTNER_TAX))
                .json("""
                        {"eventTypes": ["cn.yiwang.application.*", "cn.yiwang.certificate.issued.v1"], "webhookUrl": "%s"}""".formatted(partner.address()))
                .send()
                .expect(201);
    }

    private static void theCertificateIsGenuine(String certificateId, Filing filing) {
        var certificate = Call.get("/api/v1/certificates/" + certificateId)
                .as(Tokens.bearer(Persona.AGENT))
                .send()
                .expect(200)
                .json();
        assertThat(certificate.path("applicationId").asString()).isEqualTo(filing.id());
        assertThat(certificate.path("identifier").asString()).startsWith("1.2.156.3005.2.");
        Call.get("/api/v1/certificates/" + certificateId)
                .as(Tokens.bearer(Persona.OTHER_AGENT))
                .send()
                .expectProblem(404, "not-found");

        var link = URI.create(certificate.path("verificationLink").asString());
        assertThat(link.toString()).startsWith(Platform.running().gateway());
        var verified = Call.get(link.getRawPath() + "?" + link.getRawQuery())
                .send()
                .expect(200)
                .json();
        assertThat(verified.path("signatureValid").asBoolean(false)).isTrue();
        assertThat(verified.path("identifier").asString())
                .isEqualTo(certificate.path("identifier").asString());
        assertThat(verified.toString()).doesNotContain("431002198506152010", Persona.COMPANY);
        Call.get(link.getRawPath() + "?token=" + "A".repeat(43)).send().expectProblem(404);
    }

    private static void thePartnerHeardOfItThreeWays(Partner partner, Answer subscription, Filing filing) {
        var fromKafka = Broker.awaitEvents("yiwang.application", List.of(filing.id()), PHARMACY_LIFE.size())
                .get(filing.id());
        fromKafka.forEach(event -> Contracts.checkEvent("application", event));
        // The two departments' words may come in either order, the rest may not.
        assertThat(types(fromKafka)).isEqualTo(PHARMACY_LIFE);
        assertThat(fromKafka.toString()).doesNotContain("李安康", "431002198506152010", Persona.COMPANY);

        var byWebhook = await(
                "the webhooks", () -> partner.received(filing.id()), events -> events.size() >= PHARMACY_LIFE.size());
        assertThat(types(byWebhook)).isEqualTo(PHARMACY_LIFE);

        var byFeed = await(
                "the feed",
                () -> feed(subscription.text("id"), filing.id()),
                events -> events.size() >= PHARMACY_LIFE.size());
        assertThat(types(byFeed)).isEqualTo(PHARMACY_LIFE);
        rewind(subscription.text("id"));
        assertThat(types(feed(subscription.text("id"), filing.id())))
                .as("read again")
                .isEqualTo(PHARMACY_LIFE);

        var log = asPartner("/api/v1/subscriptions/" + subscription.text("id") + "/deliveries?limit=100")
                .json()
                .path("items");
        assertThat(log.valueStream().map(delivery -> delivery.path("channel").asString()))
                .contains("WEBHOOK", "FEED");
        Call.get("/api/v1/subscriptions/" + subscription.text("id"))
                .as(Tokens.bearer(Persona.PARTNER_HEALTH))
                .send()
                .expectProblem(404, "not-found");
    }

    private static List<JsonNode> feed(String subscription, String subject) {
        var events = new ArrayList<JsonNode>();
        var path = "/api/v1/subscriptions/" + subscription + "/events?limit=100";
        var page = asPartner(path).json();
        while (true) {
            page.path("items").forEach(events::add);
            if (page.path("upToDate").asBoolean()) {
                return events.stream()
                        .filter(event -> event.path("subject").asString("").equals(subject))
                        .toList();
            }
            page = asPartner(path + "&after=" + page.path("next").asString()).json();
        }
    }

    private static void rewind(String subscription) {
        Call.put("/api/v1/subscriptions/" + subscription + "/cursor")
                .as(Tokens.bearer(Persona.PARTNER_TAX))
                .ifMatch(asPartner("/api/v1/subscriptions/" + subscription).etag())
                .json("{\"after\": \"\"}")
                .send()
                .expect(200);
    }

    private static Answer asPartner(String path) {
        return Call.get(path).as(Tokens.bearer(Persona.PARTNER_TAX)).send().expect(200);
    }

    private static List<String> worklistOf(Persona persona) {
        return Call.get("/api/v1/worklist?limit=100")
                .as(Tokens.bearer(persona))
                .send()
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("applicationId").asString())
                .toList();
    }

    private static String progressOf(Filing filing) {
        return Call.get("/api/v1/application-progress/" + filing.number())
                .header("Query-Code", filing.queryCode())
                .send()
                .expect(200)
                .json()
                .path("status")
                .path("code")
                .asString();
    }

    private static JsonNode complaintProgress(String number, String code) {
        return Call.get("/api/v1/work-order-progress/" + number)
                .header("Query-Code", code)
                .send()
                .expect(200)
                .json();
    }

    private static Answer workOrderStep(String id, String etag, Persona who, String step, String body) {
        return Call.post("/api/v1/work-orders/" + id + "/" + step)
                .as(Tokens.bearer(who))
                .ifMatch(etag)
                .json(body)
                .send()
                .expectSuccess();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asString()).toList();
    }

    private static <T> T await(String what, Callable<T> question, Predicate<T> enough) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(45))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(question, enough::test);
    }
}
