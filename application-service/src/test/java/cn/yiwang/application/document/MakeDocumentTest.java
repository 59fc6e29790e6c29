package cn.yiwang.application.document;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MakeDocumentTest extends ApplicationTest {

    private static final String INSPECTION = """
            {"officers": ["张三（示例）", "李四（示例）"], "checkedOn": "2026-11-23", "place": "人民西路1号（示例）",
             "present": ["王五（示例）"], "findings": "场所与申请一致", "conclusion": "符合要求"}""";
    private static final String HEARING = """
            {"matter": "开办药店", "heldOn": "2026-12-04", "time": "上午九时", "place": "三楼会议室", "host": "赵六（示例）", "open": "公开"}""";

    @Test
    void an_inspection_by_two_officers_is_numbered_told_and_printed() {
        var accepted = accepted(CANCELLATION);
        var made = make(REVIEWER, accepted, "INSPECTION_RECORD", INSPECTION).expect(201);
        assertThat(made.etag()).isNotEqualTo(accepted.etag());
        assertThat(made.body().path("number").asString()).matches("郴市监许勘〔2026〕[0-9]+号");
        var event = Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.document-issued.v1");
        Contracts.checkEvent("application", event);
        assertThat(event.path("sequence").asString()).isEqualTo("3");
        assertThat(event.path("data").path("documentId").asString()).isEqualTo(made.id());
        assertThat(event.toString()).doesNotContain("张三");
        var pdf = calls.read(REVIEWER, path(accepted) + "/" + made.id() + "/content")
                .expect(200)
                .bytes();
        assertThat(Pages.text(pdf)).contains("张三（示例）、李四（示例）").contains("场所与申请一致");

        var second = make(REVIEWER, accepted, made.etag(), "INSPECTION_RECORD", INSPECTION)
                .expect(201);
        assertThat(second.id()).isNotEqualTo(made.id());
    }

    @Test
    void a_repeated_call_makes_no_second_document() {
        var accepted = accepted(CANCELLATION);
        var key = UUID.randomUUID().toString();
        var body = "{\"kind\": \"INSPECTION_RECORD\", \"contents\": " + INSPECTION + "}";
        var first = calls.perform(post(path(accepted)).header("Idempotency-Key", key), REVIEWER, accepted.etag(), body);
        var again = calls.perform(post(path(accepted)).header("Idempotency-Key", key), REVIEWER, accepted.etag(), body);
        assertThat(again.expect(201).body()).isEqualTo(first.expect(201).body());
    }

    @Test
    void a_stale_or_missing_version_makes_nothing() {
        var accepted = accepted(CANCELLATION);
        make(REVIEWER, accepted, "INSPECTION_RECORD", INSPECTION).expect(201);
        assertThat(make(REVIEWER, accepted, "INSPECTION_RECORD", INSPECTION)
                        .expect(412)
                        .problem())
                .isEqualTo("stale-version");
        make(REVIEWER, accepted, null, "INSPECTION_RECORD", INSPECTION).expect(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "officers | [\"张三（示例）\"] | document.field-count",
                "officers | [\"张三（示例）\", \"张三（示例）\"] | document.field-count",
                "officers | \"张三\" | document.field-shape",
                "checkedOn | \"昨天\" | document.field-shape",
                "checkedOn | \"1999-01-01\" | document.field-shape",
                "findings | \"  \" | document.field-length",
                "findings | 3 | document.field-shape",
                "findings | null | document.field-missing",
                "place | \"一\\n二\" | document.field-shape",
                "surplus | \"多余\" | document.field-unknown"
            })
    void a_document_that_does_not_say_what_it_must_is_refused(String field, String value, String code) {
        var accepted = accepted(CANCELLATION);
        var contents = (ObjectNode) JsonMapper.shared().readTree(INSPECTION);
        contents.set(field, JsonMapper.shared().readTree(value));
        if (value.equals("null")) {
            contents.remove(field);
        }
        var refused = make(REVIEWER, accepted, "INSPECTION_RECORD", contents.toString())
                .expect(422);
        assertThat(refused.problem()).isEqualTo("document-contents-invalid");
        var error = refused.body().path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/contents/" + field);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString() + error.path("detail").asString())
                .doesNotContain("document.");
    }

    @Test
    void a_summons_leaves_seven_working_days() {
        var accepted = accepted(QUICK_PHARMACY);
        var early = HEARING.replace("2026-12-04", "2026-12-02");
        var refused = make(APPROVER, accepted, "HEARING_NOTICE", early).expect(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("document.field-too-soon");
        make(APPROVER, accepted, "HEARING_NOTICE", HEARING).expect(201);
    }

    @Test
    void whoever_reviewed_does_not_call_the_hearing() {
        var accepted = accepted(QUICK_PHARMACY);
        var reviewed = calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED")
                .expect(201);
        assertThat(make(REVIEWER, accepted, reviewed.etag(), "HEARING_NOTICE", HEARING)
                        .expect(409)
                        .problem())
                .isEqualTo("hearing-by-reviewer");
        make(APPROVER, accepted, reviewed.etag(), "HEARING_NOTICE", HEARING).expect(201);
    }

    @Test
    void every_refusal_has_its_name() {
        var accepted = accepted(QUICK_PHARMACY);
        assertThat(make(WINDOW_CLERK, accepted, "ACCEPTANCE_NOTICE", "{}")
                        .expect(409)
                        .problem())
                .isEqualTo("document-made-by-step");
        assertThat(make(APPROVER, accepted, "REVOCATION_DECISION", "{}")
                        .expect(409)
                        .problem())
                .isEqualTo("document-not-now");
        assertThat(make(REVIEWER, accepted, "WANTED_POSTER", "{}").expect(400).problem())
                .isEqualTo("invalid-request");
        make(WINDOW_CLERK, accepted, "INSPECTION_RECORD", INSPECTION).expect(403);
        make(AGENT, accepted, "INSPECTION_RECORD", INSPECTION).expect(403);
        make(FOREIGN_CLERK, accepted, "INSPECTION_RECORD", INSPECTION).expect(404);
        make(null, accepted, "INSPECTION_RECORD", INSPECTION).expect(401);
        calls.send(post(path(accepted)), REVIEWER, accepted.etag(), "{\"kind\": \"INSPECTION_RECORD\"}")
                .expect(400);
        calls.send(post(path(accepted)), REVIEWER, accepted.etag(), """
                        {"kind": "INSPECTION_RECORD", "contents": {}, "number": "郴市监〔2026〕1号"}""").expect(400);
    }

    @Test
    void a_department_that_was_asked_keeps_records_and_sends_no_notices() {
        var accepted = accepted(QUICK_PHARMACY);
        var made =
                make(SECOND_REVIEWER, accepted, "INSPECTION_RECORD", INSPECTION).expect(201);
        assertThat(made.body().path("body").path("code").asString()).isEqualTo(Persona.SECOND_BODY);
        assertThat(made.body().path("number").asString()).startsWith("郴住建许勘");
        make(SECOND_REVIEWER, accepted, made.etag(), "RECTIFICATION_NOTICE", """
                        {"regulation": "某办法第十三条", "defects": "标识", "until": "2026-12-01"}""")
                .expect(403);
    }

    @Test
    void the_kinds_that_can_be_made_now_are_listed_with_their_fields() {
        var accepted = accepted(QUICK_PHARMACY);
        var forReviewer = kinds(REVIEWER, accepted);
        assertThat(forReviewer).containsKeys("INSPECTION_RECORD", "HEARING_NOTICE");
        assertThat(forReviewer).doesNotContainKeys("ACCEPTANCE_NOTICE", "REVOCATION_DECISION", "LEGAL_REVIEW_OPINION");
        var officers = forReviewer.get("INSPECTION_RECORD").path("fields").path(0);
        assertThat(officers.path("name").asString()).isEqualTo("officers");
        assertThat(officers.path("min").asInt()).isEqualTo(2);
        assertThat(kinds(SECOND_REVIEWER, accepted)).doesNotContainKey("HEARING_NOTICE");
        assertThat(kinds(AGENT, accepted)).isEmpty();
    }

    @Test
    void a_licence_that_was_granted_may_be_revoked_with_remedies() {
        var granted = granted();
        var made = make(APPROVER, granted, "REVOCATION_DECISION", """
                        {"licence": "药品经营许可证（示例）", "facts": "以欺骗手段取得", "ground": "行政许可法第六十九条第二款"}""").expect(201);
        var pdf = calls.read(AGENT, path(granted) + "/" + made.id() + "/content")
                .expect(200)
                .bytes();
        assertThat(Pages.text(pdf)).contains("以欺骗手段取得").contains("行政复议");
    }

    private Map<String, JsonNode> kinds(Persona who, Calls.Answer application) {
        var items = calls.read(who, Calls.ROOT + "/" + application.id() + "/document-kinds")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .collect(Collectors.toMap(kind -> kind.path("code").asString(), kind -> kind));
    }

    private Calls.Answer make(Persona who, Calls.Answer application, String kind, String contents) {
        return make(who, application, application.etag(), kind, contents);
    }

    private Calls.Answer make(Persona who, Calls.Answer application, String etag, String kind, String contents) {
        return DocumentCalls.make(calls, who, application.id(), etag, kind, contents);
    }

    private static String path(Calls.Answer application) {
        return Calls.ROOT + "/" + application.id() + "/documents";
    }
}
