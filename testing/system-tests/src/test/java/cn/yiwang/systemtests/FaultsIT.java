package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Every process of the platform dies without a word while applications stream through it. The launcher starts again what died, and {@code up}
 * starts again the launcher.
 */
@Order(60)
class FaultsIT {

    /** Who dies together, in this order; the launcher last, since only {@code up} brings it back. */
    private static final List<List<String>> VICTIMS = List.of(
            List.of("application-service"),
            List.of("kafka", "certificate-service"),
            List.of("mariadb", "complaint-service"),
            List.of("catalog-service", "data-exchange-service", "discovery-server"),
            List.of("gateway", "launcher"));

    @Test
    @Timeout(900)
    void nothing_that_was_acknowledged_is_lost_and_no_certificate_is_issued_twice() throws Exception {
        var platform = Platform.running();
        List<Filing> acknowledged;
        try (var stream = Stream.start(4)) {
            for (var victims : VICTIMS) {
                stream.awaitMore(3);
                victims.forEach(platform::kill);
            }
            platform.up();
            stream.awaitMore(8);
            acknowledged = stream.finish();
        }

        assertThat(acknowledged).hasSizeGreaterThan(15);
        everyAcknowledgedApplicationIsThere(acknowledged);
        everyEventIsThereInOrder(acknowledged);
        noCertificateWasIssuedTwice(acknowledged);
        nothingIsParked();
    }

    private static void everyAcknowledgedApplicationIsThere(List<Filing> acknowledged) {
        assertThat(acknowledged).allSatisfy(filing -> {
            var read = filing.read(Persona.APPROVER).expect(200);
            assertThat(read.json().path("number").asString()).isEqualTo(filing.number());
            assertThat(read.json().path("decision").path("outcome").asString(""))
                    .as("%s", read)
                    .isEqualTo("GRANTED");
        });
    }

    private static void everyEventIsThereInOrder(List<Filing> acknowledged) {
        var ids = acknowledged.stream().map(Filing::id).toList();
        var events = Broker.awaitEvents("yiwang.application", ids, 4);
        for (var id : ids) {
            var history = new ArrayList<JsonNode>(events.get(id));
            history.forEach(event -> Contracts.checkEvent("application", event));
            assertThat(history.stream().map(event -> event.path("sequence").asString()))
                    .as("events of %s", id)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size())
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(history.getFirst().path("type").asString()).isEqualTo("cn.yiwang.application.submitted.v1");
        }
    }

    private static void noCertificateWasIssuedTwice(List<Filing> acknowledged) {
        var pharmacies = new TreeSet<String>();
        acknowledged.stream().filter(Stream::isPharmacy).forEach(filing -> pharmacies.add(filing.id()));
        assertThat(pharmacies).isNotEmpty();
        Map<String, Integer> issued = Awaitility.await("certificates of " + pharmacies.size() + " pharmacies")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(FaultsIT::issuedByApplication, found -> found.keySet().containsAll(pharmacies));
        assertThat(issued)
                .allSatisfy((application, count) ->
                        assertThat(count).as(application).isOne());
        assertThat(pharmacies).allSatisfy(id -> Awaitility.await("delivery of " + id)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Call.get("/api/v1/applications/" + id)
                        .as(Tokens.bearer(Persona.AGENT))
                        .sendUntilAnswered()
                        .json()
                        .path("status")
                        .path("code")
                        .asString("")
                        .equals("DELIVERED")));
    }

    /** How many certificates were issued for each application, as everybody can read it from the topic. */
    private static Map<String, Integer> issuedByApplication() {
        var issued = new TreeMap<String, Integer>();
        Broker.eventsBySubject("yiwang.certificate").values().forEach(events -> events.stream()
                .filter(event -> event.path("type").asString().equals("cn.yiwang.certificate.issued.v1"))
                .forEach(event ->
                        issued.merge(event.path("data").path("applicationId").asString(), 1, Integer::sum)));
        return issued;
    }

    private static void nothingIsParked() {
        for (var service : List.of("application-service", "certificate-service", "data-exchange-service")) {
            var parked = Call.get("/api/v1/operations/" + service + "/parked-messages")
                    .as(Tokens.bearer(Persona.SYSTEM_ADMIN))
                    .sendUntilAnswered()
                    .expect(200);
            assertThat(parked.json().path("items").size()).as("%s", parked).isZero();
        }
    }
}
