package cn.yiwang.certificate.certificate;

import static cn.yiwang.testsupport.Persona.CERTIFICATE_OFFICER;
import static cn.yiwang.testsupport.Persona.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.certificate.Issued;
import cn.yiwang.certificate.Wish;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderCodeType;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CertificateIdentifier;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class IssuingTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    IssueCertificate issue;

    @Autowired
    TransactionOperations transaction;

    @Test
    void a_request_becomes_a_certificate_and_its_news() throws Exception {
        Wish wish = Wish.ofCompany(environment);
        wish.publish();
        UUID id = Issued.await(jdbc, wish);

        JsonNode event = Topics.await("yiwang.certificate", id.toString(), "cn.yiwang.certificate.issued.v1");
        Contracts.checkEvent("certificate", event);
        assertThat(event.path("sequence").stringValue()).isEqualTo("1");
        JsonNode data = event.path("data");
        assertThat(data.path("requestId").stringValue())
                .isEqualTo(wish.requestId().toString());
        assertThat(data.path("applicationId").stringValue()).isEqualTo(wish.applicationId());
        assertThat(event.toString()).doesNotContain("安康", "91431000MA4YWT0E1N", "示例路");

        JsonNode view = Issued.read(mockMvc, id, CERTIFICATE_OFFICER.token());
        CertificateIdentifier identifier =
                CertificateIdentifier.parse(view.path("identifier").stringValue());
        assertThat(identifier.type().value()).isEqualTo("11430000MB1599860M001");
        assertThat(identifier.issuerCode()).isEqualTo("11431000MB1938148M");
        assertThat(view.path("certificateNumber").stringValue()).matches("湘DA735\\d{6}");
        assertThat(view.path("validFrom").stringValue()).isEqualTo("2026-11-22");
        assertThat(view.path("validTo").stringValue()).isEqualTo("2031-11-21");
        assertThat(view.path("holder").path("code").stringValue()).isEqualTo("91431000MA4YWT0E1N");
        assertThat(view.path("fields").path("经营地址").stringValue()).contains("示例路");
        assertThat(view.path("status").path("label").stringValue()).isEqualTo("有效");
    }

    @Test
    void the_same_request_again_changes_nothing() {
        Wish wish = Wish.ofCompany(environment);
        UUID first = wish.publish();
        Topics.publish(Wish.TOPIC, wish.json()); // the very same message once more
        UUID second = wish.publish(); // the same request in a message of its own
        Issued.awaitHandled(jdbc, first);
        Issued.awaitHandled(jdbc, second);
        List<UUID> certificates = Issued.all(jdbc, wish);
        assertThat(certificates).hasSize(1);
        Topics.await("yiwang.certificate", certificates.getFirst().toString(), "cn.yiwang.certificate.issued.v1");
        assertThat(Topics.read("yiwang.certificate", certificates.getFirst().toString()))
                .hasSize(1);
    }

    @Test
    void many_at_once_get_one_answer() throws Exception {
        for (int round = 0; round < 10; round++) {
            IssueOrder order = order(Ids.next());
            List<UUID> answers = atOnce(8, () -> issued(order).id());
            assertThat(new HashSet<>(answers)).hasSize(1);
            assertThat(jdbc.sql("SELECT COUNT(*) FROM certificate WHERE request_id = ?")
                            .param(Ids.toBytes(order.requestId()))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void identifiers_and_numbers_are_given_once() throws Exception {
        List<Certificate> certificates = atOnce(40, () -> issued(order(Ids.next())));
        assertThat(certificates).extracting(c -> c.metadata().identifier()).doesNotHaveDuplicates();
        assertThat(certificates).extracting(c -> c.metadata().number()).doesNotHaveDuplicates();
        assertThat(certificates).extracting(c -> c.token().value()).doesNotHaveDuplicates();
    }

    @Test
    void a_death_before_the_commit_leaves_nothing_behind() {
        IssueOrder order = order(Ids.next());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    issue.issue(order);
                    throw new IllegalStateException("dies here");
                }))
                .hasMessage("dies here");
        UUID id = issued(order).id();
        assertThat(jdbc.sql("SELECT public_id FROM certificate WHERE request_id = ?")
                        .param(Ids.toBytes(order.requestId()))
                        .query((row, index) -> Ids.fromBytes(row.getBytes("public_id")))
                        .list())
                .containsExactly(id);
    }

    @Test
    void issuing_needs_the_transaction_of_its_caller() {
        assertThatThrownBy(() -> issue.issue(order(Ids.next()))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nothing_of_the_holder_lies_readable_in_the_table() {
        Wish wish = Wish.ofPerson(environment);
        wish.publish();
        UUID id = Issued.await(jdbc, wish);
        Map<String, Object> row = jdbc.sql("SELECT * FROM certificate WHERE public_id = ?")
                .param(Ids.toBytes(id))
                .query()
                .singleRow();
        row.forEach((column, value) -> {
            String text =
                    value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
            assertThat(text).as(column).doesNotContain("王小明", Wish.PERSON, "示例路");
        });
    }

    static Stream<Arguments> impossibleWishes() {
        return Stream.of(
                wish(
                        "type not known",
                        data -> data.put("certificateType", "11430000MB1599860M099"),
                        "No certificate type"),
                wish("type is no code", data -> data.put("certificateType", "药品经营许可证"), "No certificate type"),
                wish("seal of another request", data -> data.put("sealed", otherSeal(data)), "does not open"),
                wish("seal is no base64", data -> data.put("sealed", "***not base64***".repeat(4)), "does not open"),
                wish("seal missing", data -> data.remove("sealed"), "sealed is missing"),
                wish("day missing", data -> data.remove("decidedOn"), "decidedOn is missing"),
                wish("day is none", data -> data.put("decidedOn", "2026-02-30"), ""),
                wish("kind of holder differs", data -> data.put("holderKind", "PERSON"), "holderKind"),
                wish("issuer is not the item's body", data -> data.put("issuerCode", "11431000MBEX00021B"), "issuer"),
                wish("division is not in force", data -> data.put("division", "430124"), "430124"),
                wish(
                        "item is none",
                        data -> data.put("itemCode", "11431000MB1938148M300017200500000"),
                        "BUSINESS_ITEM"),
                wish("item has no number", data -> data.put("itemCode", "11431000MB1938148M300013102400001"), "item"),
                wish(
                        "number has a control character",
                        data -> data.put("applicationNumber", "1\n2"),
                        "applicationNumber"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossibleWishes")
    void a_request_that_cannot_be_fulfilled_is_parked_and_the_next_goes_on(
            String name, Consumer<ObjectNode> damage, String reason) {
        Wish bad = Wish.ofCompany(environment).with(damage);
        UUID event = bad.publish();
        assertThat(parkedReason(event)).contains(reason).doesNotContain("91431000MA4YWT0E1N", "安康");
        assertThat(Issued.all(jdbc, bad)).isEmpty();
        Wish good = Wish.ofCompany(environment);
        good.publish();
        Issued.await(jdbc, good);
    }

    @Test
    void an_invalid_holder_code_is_parked_without_being_shown() {
        UUID event = Wish.ofPerson(environment)
                .withHolder(holder -> holder.put("holderCode", "431002199001013029"))
                .publish();
        assertThat(parkedReason(event)).contains("CITIZEN_ID").doesNotContain("431002199001013029", "王小明");
    }

    @Test
    void a_request_id_used_for_somebody_else_is_parked() {
        Wish wish = Wish.ofCompany(environment);
        wish.publish();
        UUID id = Issued.await(jdbc, wish);
        UUID event = wish.withHolder(holder -> holder.put("holderCode", "91430100MA4YWT0E2J"))
                .publish();
        assertThat(parkedReason(event)).contains("answered with another certificate");
        assertThat(Issued.all(jdbc, wish)).containsExactly(id);
    }

    @Test
    void a_parked_request_is_fulfilled_when_its_hindrance_is_gone_and_it_is_driven_again() throws Exception {
        String type = "11430000MB1599860M050";
        Wish wish = Wish.ofCompany(environment).with(data -> data.put("certificateType", type));
        UUID event = wish.publish();
        parkedReason(event);
        jdbc.sql(
                        "INSERT INTO certificate_type (code, name, validity_years, number_rule) VALUES (?, '试点许可证', 3, 'DRUG_OPERATION')")
                .param(type)
                .update();
        long parked = jdbc.sql("SELECT id FROM parked_message WHERE event_id = ?")
                .param(Ids.toBytes(event))
                .query(Long.class)
                .single();
        mockMvc.perform(post("/api/v1/operations/certificate-service/parked-messages/{id}/redrives", parked)
                        .with(Tokens.as(SYSTEM_ADMIN)))
                .andExpect(status().is2xxSuccessful());
        assertThat(Issued.all(jdbc, wish)).hasSize(1);
    }

    private String parkedReason(UUID event) {
        return Awaitility.await("event " + event + " parked")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> jdbc.sql("SELECT reason FROM parked_message WHERE event_id = ?")
                                .param(Ids.toBytes(event))
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private Certificate issued(IssueOrder order) {
        Certificate certificate = transaction.execute(status -> issue.issue(order));
        assertThat(certificate).isNotNull();
        return certificate;
    }

    private static IssueOrder order(UUID requestId) {
        return new IssueOrder(
                requestId,
                requestId,
                "APPLICATION-1",
                new BusinessItemCode("11431000MB1938148M300017200500001"),
                "11430000MB1599860M001",
                new Named("11431000MB1938148M", "郴州市市场监督管理局"),
                new DivisionCode("431000"),
                LocalDate.of(2026, 11, 22),
                new Holder(
                        "郴州安康大药房有限公司（示例）",
                        "91431000MA4YWT0E1N",
                        HolderCodeType.CREDIT_CODE,
                        new TreeMap<>(Map.of("经营地址", "示例路1号"))));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(work));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    private static Arguments wish(String name, Consumer<ObjectNode> damage, String reason) {
        return Arguments.of(name, damage, reason);
    }

    /** A seal that was made for another request: well-formed, under the right key, bound to another id. */
    private static String otherSeal(ObjectNode data) {
        String sealed = data.path("sealed").stringValue();
        data.put("requestId", data.path("requestId").stringValue().replace('7', '8'));
        return sealed;
    }
}
