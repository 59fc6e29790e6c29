package cn.yiwang.application.document;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.TestSeals;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Persona;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentsTest extends ApplicationTest {

    @Test
    void the_steps_leave_their_documents_dated_on_their_days() {
        var accepted = accepted(CANCELLATION);
        clock.advance(Duration.ofDays(2));
        var reviewed = calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED")
                .expect(201);
        calls.grant(APPROVER, accepted.id(), reviewed.etag()).expect(201);
        clock.advance(Duration.ofDays(30));
        assertThat(rows(accepted.id()))
                .as("nothing is written before somebody reads")
                .isZero();

        var documents = list(AGENT, accepted.id());
        assertThat(codes(documents))
                .containsExactlyInAnyOrder(
                        "APPLICATION_FORM", "MATERIAL_RECEIPT", "ACCEPTANCE_NOTICE", "GRANT_DECISION");
        assertThat(of(documents, "ACCEPTANCE_NOTICE").path("datedOn").asString())
                .isEqualTo("2026-11-23");
        assertThat(of(documents, "GRANT_DECISION").path("datedOn").asString()).isEqualTo("2026-11-25");
        assertThat(of(documents, "GRANT_DECISION").path("number").asString()).matches("郴市监许准〔2026〕[1-9][0-9]*号");
        assertThat(of(documents, "GRANT_DECISION").path("seal").path("code").asString())
                .isEqualTo("BODY");
        assertThat(list(AGENT, accepted.id())).isEqualTo(documents);
        assertThat(codes(list(WINDOW_CLERK, accepted.id()))).contains("APPROVAL_FORM");
    }

    @Test
    void readers_who_come_at_once_get_the_same_documents() throws Exception {
        var accepted = accepted(CANCELLATION);
        List<Callable<JsonNode>> readers = Collections.nCopies(6, () -> list(AGENT, accepted.id()));
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(readers);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
        assertThat(rows(accepted.id())).isEqualTo(3);
    }

    @Test
    void the_acceptance_notice_says_when_the_decision_is_due_and_stays_as_it_was_sealed() throws Exception {
        var accepted = accepted(CANCELLATION);
        var notice = of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE");
        assertThat(notice.path("finished").asBoolean()).isFalse();
        var pdf = content(AGENT, accepted.id(), notice).expect(200).bytes();
        assertThat(Pages.text(pdf))
                .contains("行政许可申请受理通知书")
                .contains(notice.path("number").asString())
                .contains("郴州安康大药房有限公司（示例）")
                .contains(accepted.number())
                .contains("自2026年11月23日起予以受理")
                .contains("2026年12月10日前作出");
        Files.write(Path.of("target/acceptance-notice.pdf"), pdf);

        var asked = TestSeals.asked();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().body().path("seal").asString()).isEqualTo("LICENSING");
        assertThat(asked.getFirst().body().path("body").asString()).isEqualTo(Persona.LEAD_BODY);
        assertThat(asked.getFirst().body().toString()).doesNotContain("安康");
        assertThat(subject(asked.getFirst().authorization()))
                .as("the service itself asks for the seal, not its reader")
                .doesNotContain("\"agent\"")
                .contains("internal");

        assertThat(content(AGENT, accepted.id(), notice).expect(200).bytes()).isEqualTo(pdf);
        assertThat(TestSeals.asked()).as("sealed once").hasSize(1);
        assertThat(of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE")
                        .path("finished")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nothing_unsealed_is_handed_out_and_a_later_reading_seals() {
        var accepted = accepted(CANCELLATION);
        var notice = of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE");
        TestSeals.areDown();
        var refused = content(AGENT, accepted.id(), notice).expect(503);
        assertThat(refused.problem()).isEqualTo("upstream-unavailable");
        assertThat(of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE")
                        .path("finished")
                        .asBoolean())
                .isFalse();
        // What bears no seal needs none.
        content(AGENT, accepted.id(), of(list(AGENT, accepted.id()), "APPLICATION_FORM"))
                .expect(200);
        TestSeals.answer();
        content(AGENT, accepted.id(), notice).expect(200);
    }

    @Test
    void a_refusal_says_reasons_and_remedies() {
        var reviewed = reviewed();
        calls.refuse(APPROVER, reviewed.id(), reviewed.etag()).expect(201);
        var decision = of(list(AGENT, reviewed.id()), "REFUSAL_DECISION");
        assertThat(Pages.text(
                        content(AGENT, reviewed.id(), decision).expect(200).bytes()))
                .contains("营业场所不符合条件")
                .contains("行政复议")
                .contains("行政诉讼");
    }

    @Test
    void each_reader_sees_what_concerns_the_reader() {
        var accepted = accepted(QUICK_PHARMACY);
        var record = make(SECOND_REVIEWER, accepted.id(), accepted.etag(), "WORK_RECORD", """
                        {"officers": ["张三（示例）"], "subject": "消防", "record": "已核对"}""")
                .expect(201);
        assertThat(codes(list(SECOND_REVIEWER, accepted.id()))).containsExactly("WORK_RECORD");
        assertThat(codes(list(AGENT, accepted.id()))).doesNotContain("WORK_RECORD");
        assertThat(codes(list(WINDOW_CLERK, accepted.id()))).contains("WORK_RECORD", "ACCEPTANCE_NOTICE");
        content(AGENT, accepted.id(), record.body()).expect(404);
        content(SECOND_REVIEWER, accepted.id(), record.body()).expect(200);
        var notice = of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE");
        content(SECOND_REVIEWER, accepted.id(), notice).expect(404);
        for (var stranger : List.of(OTHER_AGENT, CITIZEN, FOREIGN_CLERK, Persona.SYSTEM_ADMIN)) {
            calls.read(stranger, path(accepted.id())).expect(404);
            calls.read(stranger, path(accepted.id()) + "/" + notice.path("id").asString())
                    .expect(404);
            content(stranger, accepted.id(), notice).expect(404);
            calls.read(stranger, Calls.ROOT + "/" + accepted.id() + "/document-kinds")
                    .expect(404);
        }
        calls.read(null, path(accepted.id())).expect(401);
        calls.read(AGENT, path(accepted.id()) + "/" + UUID.randomUUID()).expect(404);
        assertThat(calls.read(
                                AGENT,
                                path(accepted.id()) + "/" + notice.path("id").asString())
                        .expect(200)
                        .body())
                .isEqualTo(notice);
    }

    @Test
    void a_draft_has_no_documents() {
        var draft = calls.create(AGENT, CANCELLATION, false).expect(201);
        assertThat(list(AGENT, draft.id())).isEmpty();
    }

    @Test
    void that_an_official_read_a_document_goes_on_record() {
        var accepted = accepted(CANCELLATION);
        var notice = of(list(AGENT, accepted.id()), "ACCEPTANCE_NOTICE");
        content(AGENT, accepted.id(), notice).expect(200);
        content(WINDOW_CLERK, accepted.id(), notice).expect(200);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE object_id = ? AND action = 'read-document'")
                        .param(accepted.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothing_personal_lies_open() {
        var accepted = accepted(CANCELLATION);
        list(AGENT, accepted.id());
        var stored = jdbc.sql("""
                        SELECT d.contents FROM document d JOIN application a ON a.id = d.application_id WHERE a.number = ?
                        """).param(accepted.number()).query(byte[].class).list();
        assertThat(stored).hasSize(3).allSatisfy(contents -> assertThat(new String(contents, StandardCharsets.UTF_8))
                .doesNotContain("安康", "91431000MA4YWT0E1N"));
    }

    private Calls.Answer make(Persona who, String id, String etag, String kind, String contents) {
        return DocumentCalls.make(calls, who, id, etag, kind, contents);
    }

    private Calls.Answer content(Persona who, String id, JsonNode document) {
        return calls.read(who, path(id) + "/" + document.path("id").asString() + "/content");
    }

    private JsonNode list(Persona who, String id) {
        return calls.read(who, path(id)).expect(200).body().path("items");
    }

    private static String path(String id) {
        return Calls.ROOT + "/" + id + "/documents";
    }

    private int rows(String id) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM document d JOIN application a ON a.id = d.application_id
                 WHERE a.public_id = UNHEX(REPLACE(?, '-', ''))
                """).param(id).query(Integer.class).single();
    }

    private static JsonNode of(JsonNode documents, String kind) {
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(document ->
                        document.path("kind").path("code").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> document.path("kind").path("code").asString())
                .toList();
    }

    private static String subject(String bearer) {
        var payload = bearer.substring("Bearer ".length()).split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
