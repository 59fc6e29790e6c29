package cn.yiwang.application.delivery;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DocumentDeliveriesTest extends ApplicationTest {

    private static final String AT_THE_WINDOW = """
            {"method": "WINDOW", "contents": {"receiver": "李安康（示例）", "relation": "经办人", "receivedOn": "2026-11-23"}}""";

    @Test
    void what_is_signed_for_at_the_window_is_delivered_on_that_day_and_leaves_a_receipt() {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        var delivered = deliver(WINDOW_CLERK, accepted, notice, AT_THE_WINDOW).expect(201);
        assertThat(delivered.body().path("deliveredOn").asString()).isEqualTo("2026-11-23");
        assertThat(delivered.body().path("state").path("code").asString()).isEqualTo("DELIVERED");
        assertThat(delivered.body().path("effect").asString()).contains("办理期限");
        assertThat(delivered.body().path("basis").asString()).contains("民事诉讼法");
        var event = Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.document-delivered.v1");
        Contracts.checkEvent("application", event);
        assertThat(event.toString()).doesNotContain("安康");

        var receipt = document(accepted, "DELIVERY_RECEIPT");
        var pdf = calls.read(AGENT, path(accepted) + "/" + receipt + "/content").expect(200);
        assertThat(new String(pdf.bytes(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(deliver(WINDOW_CLERK, accepted, delivered.etag(), notice, AT_THE_WINDOW)
                        .expect(409)
                        .problem())
                .isEqualTo("document-delivered");
        var stored = jdbc.sql("SELECT contents FROM document_delivery")
                .query(byte[].class)
                .list();
        assertThat(stored).allSatisfy(contents -> assertThat(new String(contents, StandardCharsets.UTF_8))
                .doesNotContain("安康"));
    }

    @Test
    void electronic_delivery_needs_consent_and_counts_from_its_arrival() {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        var electronic = "{\"method\": \"ELECTRONIC\", \"contents\": {\"place\": \"企业专属空间\"}}";
        assertThat(deliver(WINDOW_CLERK, accepted, notice, electronic)
                        .expect(409)
                        .problem())
                .isEqualTo("delivery-consent-missing");
        consent(AGENT, accepted, true).expect(201);
        assertThat(deliveries(AGENT, accepted, notice).path("electronicConsent").asBoolean())
                .isTrue();
        consent(AGENT, accepted, false).expect(201);
        assertThat(deliver(WINDOW_CLERK, accepted, notice, electronic)
                        .expect(409)
                        .problem())
                .isEqualTo("delivery-consent-missing");
        consent(AGENT, accepted, true).expect(201);
        var delivered = deliver(WINDOW_CLERK, accepted, notice, electronic).expect(201);
        assertThat(delivered.body().path("deliveredOn").asString()).isEqualTo("2026-11-23");
        consent(WINDOW_CLERK, accepted, true).expect(403);
        consent(OTHER_AGENT, accepted, true).expect(404);
        consent(null, accepted, true).expect(401);
    }

    @Test
    void a_mail_is_delivered_when_its_receipt_says_so() {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        var sent = deliver(WINDOW_CLERK, accepted, notice, """
                        {"method": "MAIL", "contents": {"sentOn": "2026-11-23", "tracking": "EX000000001CN"}}""").expect(201);
        assertThat(sent.body().path("state").path("code").asString()).isEqualTo("SENT");
        assertThat(sent.body().has("deliveredOn")).isFalse();
        assertThat(documents(accepted).toString()).doesNotContain("DELIVERY_RECEIPT");
        clock.advance(Duration.ofDays(3));
        var receipts = path(accepted) + "/" + notice + "/deliveries/" + sent.id() + "/receipts";
        var body = "{\"receiver\": \"李安康（示例）\", \"receivedOn\": \"2026-11-25\"}";
        calls.send(post(receipts), WINDOW_CLERK, sent.etag(), body.replace("11-25", "11-22"))
                .expect(422);
        calls.send(post(receipts), AGENT, sent.etag(), body).expect(403);
        calls.send(post(receipts), WINDOW_CLERK, accepted.etag(), body).expect(412);
        calls.send(
                        post(path(accepted) + "/" + notice + "/deliveries/" + UUID.randomUUID() + "/receipts"),
                        WINDOW_CLERK,
                        sent.etag(),
                        body)
                .expect(404);
        var received =
                calls.send(post(receipts), WINDOW_CLERK, sent.etag(), body).expect(201);
        assertThat(received.body().path("deliveredOn").asString()).isEqualTo("2026-11-25");
        assertThat(documents(accepted).toString()).contains("DELIVERY_RECEIPT");
        assertThat(calls.send(post(receipts), WINDOW_CLERK, received.etag(), body)
                        .expect(409)
                        .problem())
                .isEqualTo("receipt-not-awaited");
    }

    @Test
    void a_public_notice_delivers_after_thirty_days() {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        var announced = deliver(WINDOW_CLERK, accepted, notice, """
                        {"method": "PUBLIC_NOTICE", "contents": {"cause": "下落不明", "place": "政府网站", "announcedOn": "2026-11-23"}}""").expect(201);
        assertThat(announced.body().path("deliveredOn").asString()).isEqualTo("2026-12-23");
        assertThat(announced.body().path("state").path("code").asString()).isEqualTo("RUNNING");
        clock.advance(Duration.ofDays(29));
        assertThat(state(accepted, notice)).isEqualTo("RUNNING");
        clock.advance(Duration.ofDays(1));
        assertThat(state(accepted, notice)).isEqualTo("DELIVERED");
    }

    @Test
    void what_is_left_behind_needs_a_witness_or_a_record() {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        var left = """
                {"method": "LEFT", "contents": {"receiver": "门卫", "cause": "拒绝签收", "place": "住所地", "leftOn": "2026-11-23"%s}}""";
        var refused =
                deliver(WINDOW_CLERK, accepted, notice, left.formatted("")).expect(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("delivery.witness-or-evidence");
        deliver(WINDOW_CLERK, accepted, notice, left.formatted(", \"witnesses\": [\"居委会 张三（示例）\"]"))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"method\": \"PIGEON\", \"contents\": {}} | 400",
                "{\"method\": \"WINDOW\"} | 400",
                "{\"method\": \"WINDOW\", \"contents\": {}, \"day\": \"2026-11-23\"} | 400",
                "{\"method\": \"WINDOW\", \"contents\": {}} | 422",
                "{\"method\": \"WINDOW\", \"contents\": {\"receiver\": null, \"relation\": \"本人\", \"receivedOn\": \"2026-11-23\"}} | 422",
                "{\"method\": \"WINDOW\", \"contents\": {\"receiver\": \"甲\", \"relation\": \"本人\", \"receivedOn\": \"2026-11-22\"}} | 422",
                "{\"method\": \"MAIL\", \"contents\": {\"sentOn\": \"2026-11-23\", \"tracking\": \"1\", \"colour\": \"红\"}} | 422"
            })
    void a_delivery_that_does_not_say_what_it_must_is_refused(String body, int status) {
        var accepted = accepted(CANCELLATION);
        var notice = finished(accepted, "ACCEPTANCE_NOTICE");
        deliver(WINDOW_CLERK, accepted, notice, body).expect(status);
    }

    @Test
    void every_refusal_has_its_name() {
        var accepted = accepted(CANCELLATION);
        var notice = document(accepted, "ACCEPTANCE_NOTICE");
        assertThat(deliver(WINDOW_CLERK, accepted, notice, AT_THE_WINDOW)
                        .expect(409)
                        .problem())
                .isEqualTo("document-not-finished");
        finished(accepted, "ACCEPTANCE_NOTICE");
        assertThat(deliver(WINDOW_CLERK, accepted, document(accepted, "APPLICATION_FORM"), AT_THE_WINDOW)
                        .expect(409)
                        .problem())
                .isEqualTo("document-not-deliverable");
        deliver(REVIEWER, accepted, notice, AT_THE_WINDOW).expect(403);
        deliver(APPROVER, accepted, notice, AT_THE_WINDOW).expect(403);
        deliver(AGENT, accepted, notice, AT_THE_WINDOW).expect(403);
        deliver(FOREIGN_CLERK, accepted, notice, AT_THE_WINDOW).expect(404);
        deliver(null, accepted, notice, AT_THE_WINDOW).expect(401);
        deliver(WINDOW_CLERK, accepted, (String) null, notice, AT_THE_WINDOW).expect(428);
        deliver(WINDOW_CLERK, accepted, "\"99\"", notice, AT_THE_WINDOW).expect(412);
        deliver(WINDOW_CLERK, accepted, UUID.randomUUID().toString(), AT_THE_WINDOW)
                .expect(404);
        calls.read(OTHER_AGENT, path(accepted) + "/" + notice + "/deliveries").expect(404);
        calls.read(null, path(accepted) + "/" + notice + "/deliveries").expect(401);
    }

    @Test
    void the_step_that_hands_the_result_out_stays_as_it_was() {
        var granted = granted();
        calls.deliver(WINDOW_CLERK, granted.id(), granted.etag()).expect(201);
    }

    private String state(Calls.Answer application, String document) {
        return deliveries(AGENT, application, document)
                .path("items")
                .path(0)
                .path("state")
                .path("code")
                .asString();
    }

    private JsonNode deliveries(Persona who, Calls.Answer application, String document) {
        return calls.read(who, path(application) + "/" + document + "/deliveries")
                .expect(200)
                .body();
    }

    private Calls.Answer consent(Persona who, Calls.Answer application, boolean given) {
        return calls.send(
                post(Calls.ROOT + "/" + application.id() + "/delivery-consents"),
                who,
                null,
                "{\"given\": " + given + "}");
    }

    private Calls.Answer deliver(Persona who, Calls.Answer application, String document, String body) {
        return deliver(who, application, application.etag(), document, body);
    }

    private Calls.Answer deliver(Persona who, Calls.Answer application, String etag, String document, String body) {
        return calls.send(post(path(application) + "/" + document + "/deliveries"), who, etag, body);
    }

    /** Read once, and so sealed. */
    private String finished(Calls.Answer application, String kind) {
        var id = document(application, kind);
        calls.read(AGENT, path(application) + "/" + id + "/content").expect(200);
        return id;
    }

    private String document(Calls.Answer application, String kind) {
        return StreamSupport.stream(documents(application).spliterator(), false)
                .filter(document ->
                        document.path("kind").path("code").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private JsonNode documents(Calls.Answer application) {
        return calls.read(AGENT, path(application)).expect(200).body().path("items");
    }

    private static String path(Calls.Answer application) {
        return Calls.ROOT + "/" + application.id() + "/documents";
    }
}
