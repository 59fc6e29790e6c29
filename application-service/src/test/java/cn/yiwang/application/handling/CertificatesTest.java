package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.confidential.AesGcmCodec;
import cn.yiwang.starter.confidential.KeyRing;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CertificatesTest extends ApplicationTest {

    private static final String ISSUED = "cn.yiwang.certificate.issued.v1";
    private static final String REVOKED = "cn.yiwang.certificate.revoked.v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Its owner, certificate-service, is not here to declare it. */
    @BeforeAll
    static void declareTheTopicOfWishes() {
        Topics.declare("yiwang.certificate.requests");
    }

    @Value("${yiwang.certificate-requests.keys.k1}")
    String key;

    @Test
    void a_grant_asks_for_a_certificate_in_the_words_of_its_owner_and_seals_the_holder() {
        var granted = grantedPharmacy();
        var request = request(granted);
        Contracts.checkEvent("certificate", request);
        var data = request.path("data");
        assertThat(data.path("applicationNumber").asString()).isEqualTo(granted.number());
        assertThat(data.path("decidedOn").asString()).isEqualTo("2026-11-23");
        assertThat(request.toString()).doesNotContain("91431000MA4YWT0E1N").doesNotContain("安康");

        var codec = new AesGcmCodec(KeyRing.of("k1", Map.of("k1", key)), KeyRing.secretKey("k1", key, "HmacSHA256"));
        var opened = JSON.readTree(codec.open(
                Base64.getDecoder().decode(data.path("sealed").asString()),
                "certificate-request:" + data.path("requestId").asString()));
        Contracts.check("certificate/sealed-holder.schema.json", opened);
        assertThat(opened.path("holderCode").asString()).isEqualTo("91431000MA4YWT0E1N");
        assertThat(opened.path("fields").path("经营场所").asString()).contains("人民西路");
    }

    @Test
    void an_issued_certificate_delivers_the_application_once_however_often_it_is_told() {
        var granted = grantedPharmacy();
        var certificate = UUID.randomUUID().toString();
        var issued = event(ISSUED, certificate, request(granted), 1);
        Topics.publish("yiwang.certificate", issued);
        Topics.publish("yiwang.certificate", issued);
        Topics.publish("yiwang.certificate", withNewId(issued));
        awaitStatus(granted.id(), "DELIVERED");

        var delivered = Topics.await("yiwang.application", granted.id(), "cn.yiwang.application.delivered.v1");
        Contracts.checkEvent("application", delivered);
        assertThat(delivered.path("data").path("certificateId").asString()).isEqualTo(certificate);

        Topics.publish("yiwang.certificate", event(REVOKED, certificate, request(granted), 2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> certificateStatus(granted.id()), "REVOKED"::equals);
        // an older piece of news that comes late changes nothing
        Topics.publish("yiwang.certificate", withNewId(issued));
        var other = grantedPharmacy();
        Topics.publish("yiwang.certificate", event(ISSUED, UUID.randomUUID().toString(), request(other), 1));
        awaitStatus(other.id(), "DELIVERED");
        assertThat(certificateStatus(granted.id())).isEqualTo("REVOKED");
        assertThat(Topics.read("yiwang.application", granted.id()).stream()
                        .filter(event -> event.path("type").asString().endsWith("delivered.v1")))
                .hasSize(1);
        assertThat(parked()).isZero();
    }

    @Test
    void a_certificate_that_nobody_asked_for_here_is_somebody_elses() {
        var foreign = JSON.readTree(Contracts.example("certificate", ISSUED));
        var before = parked();
        Topics.publish("yiwang.certificate", withNewId(foreign.toString()));
        var granted = grantedPharmacy();
        Topics.publish("yiwang.certificate", event(ISSUED, UUID.randomUUID().toString(), request(granted), 1));
        awaitStatus(granted.id(), "DELIVERED");
        assertThat(parked()).isEqualTo(before);
    }

    private Calls.Answer grantedPharmacy() {
        var accepted = accepted(QUICK_PHARMACY);
        calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED").expect(201);
        var reviewed = calls.review(SECOND_REVIEWER, accepted.id(), accepted.etag(), "APPROVED")
                .expect(201);
        return calls.grant(APPROVER, accepted.id(), reviewed.etag()).expect(201);
    }

    private JsonNode request(Calls.Answer granted) {
        var id = Ids.fromBytes(jdbc.sql("SELECT certificate_request_id FROM application WHERE number = ?")
                .param(granted.number())
                .query(byte[].class)
                .single());
        return Topics.await("yiwang.certificate.requests", id.toString(), "cn.yiwang.certificate.requested.v1");
    }

    private static String event(String type, String certificate, JsonNode request, int sequence) {
        var event = (ObjectNode) JSON.readTree(Contracts.example("certificate", type));
        event.put("id", Ids.next().toString()).put("subject", certificate).put("sequence", String.valueOf(sequence));
        event.withObject("/data")
                .put("certificateId", certificate)
                .put("requestId", request.path("data").path("requestId").asString())
                .put("applicationId", request.path("data").path("applicationId").asString());
        Contracts.checkEvent("certificate", event);
        return event.toString();
    }

    private static String withNewId(String event) {
        return ((ObjectNode) JSON.readTree(event))
                .put("id", Ids.next().toString())
                .toString();
    }

    private void awaitStatus(String id, String status) {
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(AGENT, id).inner(), status::equals);
    }

    private String certificateStatus(String id) {
        return read(AGENT, id).body().path("certificate").path("status").asString();
    }

    private int parked() {
        return jdbc.sql("SELECT COUNT(*) FROM parked_message")
                .query(Integer.class)
                .single();
    }
}
