package cn.yiwang.complaint.workorder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class WorkOrderJourneyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORK_ORDERS = "/api/v1/work-orders";
    private static final String COMPLAINT = """
            {"kind":"COMPLAINT","title":"药店拒绝退货","content":"购买的药品包装破损，药店拒绝退换。","claim":"退款 58 元",
             "respondent":{"name":"某某药店（示例）","address":"郴州市北湖区示例路1号"},
             "contact":{"name":"王小明（示例）","phone":"13800001234","address":"郴州市苏仙区示例路2号"},
             "secret":false,"replyWanted":true,"division":"431000"}""";
    private static final String DISPATCH = """
            {"body":"11431000MB1938148M","bodyName":"郴州市市场监督管理局","division":"431000","instruction":"请依法核处"}""";
    private static final String SOLVED = """
            {"outcome":"SOLVED","satisfaction":5}""";

    @Autowired
    private MockMvc http;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void on_a_monday_morning() {
        clock.set(Instant.parse("2026-11-23T01:15:00Z"));
    }

    @Test
    void a_complaint_is_filed_dispatched_answered_called_back_and_closed() throws Exception {
        JsonNode receipt = file(COMPLAINT);
        String id = receipt.get("id").stringValue();
        String number = receipt.get("number").stringValue();
        assertThat(number).matches("43100020261123[0-9]{8}");

        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER)
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.status.code").value("IN_HANDLING"))
                .andExpect(jsonPath("$.handling.dueOn").value("2026-11-30"))
                .andExpect(jsonPath("$.handling.dueProvisional").value(false));
        step(id, "answers", "{\"text\":\"已责令退款。\"}", "2", Persona.CASE_HANDLER)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status.code").value("AWAITING_CALL_BACK"));
        step(id, "call-backs", SOLVED, "3", Persona.CALLBACK_AGENT)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.callBack.satisfaction").value(5));
        step(id, "closures", "{}", "4", Persona.DISPATCHER)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status.label").value("已办结"));

        http.perform(get("/api/v1/work-order-progress/" + number)
                        .header("Query-Code", receipt.get("queryCode").stringValue()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.answer").value("已责令退款。"))
                .andExpect(jsonPath("$.steps", hasSize(5)));

        var events = Topics.awaitCount("yiwang.complaint", id, 5);
        assertThat(events)
                .extracting(event -> event.get("type").stringValue())
                .containsExactly(
                        "cn.yiwang.complaint.filed.v1",
                        "cn.yiwang.complaint.dispatched.v1",
                        "cn.yiwang.complaint.answered.v1",
                        "cn.yiwang.complaint.called-back.v1",
                        "cn.yiwang.complaint.closed.v1");
        assertThat(events)
                .extracting(event -> event.get("sequence").stringValue())
                .containsExactly("1", "2", "3", "4", "5");
        events.forEach(event -> {
            Contracts.checkEvent("complaint", event);
            assertThat(event.toString()).doesNotContain("王小明", "13800001234", "退款");
        });
    }

    @Test
    void an_unsolved_matter_goes_back_to_dispatch() throws Exception {
        String id = file(COMPLAINT).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER).andExpect(status().isCreated());
        step(id, "answers", "{\"text\":\"已处理\"}", "2", Persona.CASE_HANDLER).andExpect(status().isCreated());
        step(id, "call-backs", "{\"outcome\":\"UNSOLVED\",\"note\":\"没有收到退款\"}", "3", Persona.CALLBACK_AGENT)
                .andExpect(jsonPath("$.status.code").value("AWAITING_DISPATCH"));
        step(id, "dispatches", DISPATCH, "4", Persona.DISPATCHER)
                .andExpect(jsonPath("$.handling.round").value(2))
                .andExpect(jsonPath("$.handling.answer").doesNotExist());
    }

    @Test
    void without_the_persons_word_closing_needs_a_ground() throws Exception {
        String id = answered();
        step(id, "closures", "{}", "3", Persona.DISPATCHER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/closing-needs-ground"));
        step(id, "closures", "{\"ground\":\"三次回访均无人接听\"}", "3", Persona.DISPATCHER)
                .andExpect(status().isCreated());
    }

    @Test
    void an_answer_does_not_close() throws Exception {
        String id = file(COMPLAINT).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER).andExpect(status().isCreated());
        step(id, "closures", "{\"ground\":\"已答复\"}", "2", Persona.DISPATCHER)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/work-order-step-not-allowed"));
    }

    @ParameterizedTest
    @CsvSource({"REPORT, false, false", "COMPLAINT, true, false", "COMPLAINT, false, true"})
    void the_handling_body_does_not_learn_who_reported(String kind, boolean secret, boolean shown) throws Exception {
        String body = COMPLAINT
                .replace("\"COMPLAINT\"", "\"" + kind + "\"")
                .replace("\"secret\":false", "\"secret\":" + secret);
        String id = file(body, Persona.CITIZEN).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER)
                .andExpect(jsonPath("$.contact.phone").value("13800001234"));
        var asHandler = http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.CASE_HANDLER)))
                .andExpect(status().isOk());
        if (shown) {
            asHandler.andExpect(jsonPath("$.contact.phone").value("13800001234"));
        } else {
            asHandler
                    .andExpect(content().string(not(containsString("13800001234"))))
                    .andExpect(content().string(not(containsString("citizen"))));
        }
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.SUPERVISOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contact").doesNotExist());
    }

    @Test
    void one_predicate_holds_for_the_list_and_the_read() throws Exception {
        String id = file(COMPLAINT, Persona.CITIZEN).get("id").stringValue();
        var foreignDispatcher = Tokens.staff("foreign-dispatcher")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.DISPATCHER);
        for (var stranger : new Tokens[] {
            foreignDispatcher, Persona.OTHER_AGENT.token(), Persona.CASE_HANDLER.token(), Persona.AUDITOR.token()
        }) {
            http.perform(get(WORK_ORDERS + "/" + id).with(stranger.asRequest())).andExpect(status().isNotFound());
            http.perform(get(WORK_ORDERS + "?limit=100").with(stranger.asRequest()))
                    .andExpect(content().string(not(containsString(id))));
        }
        for (var reader : new Persona[] {Persona.CITIZEN, Persona.DISPATCHER, Persona.HOTLINE_AGENT}) {
            http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(reader))).andExpect(status().isOk());
            http.perform(get(WORK_ORDERS + "?limit=1&status=AWAITING_DISPATCH").with(Tokens.as(reader)))
                    .andExpect(jsonPath("$.items[0].id").value(id));
        }
        step(id, "dispatches", DISPATCH, "1", foreignDispatcher).andExpect(status().isNotFound());
        step(id, "answers", "{\"text\":\"x\"}", "1", Persona.CASE_HANDLER).andExpect(status().isNotFound());
    }

    /** Somebody who works for the hotline and for a body: each act needs the office that it belongs to. */
    @Test
    void a_second_office_opens_no_work_order_of_another_body() throws Exception {
        Tokens ofAnotherBody = Tokens.staff("two-offices")
                .department(Persona.SECOND_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.CALLBACK_AGENT, Role.CASE_HANDLER);
        String id = file(COMPLAINT).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER).andExpect(status().isCreated());
        step(id, "answers", "{\"text\":\"不是我们办的\"}", "2", ofAnotherBody).andExpect(status().isNotFound());
        Tokens handler = ofAnotherBody.department(Persona.LEAD_BODY);
        step(id, "answers", "{\"text\":\"已处理\"}", "2", handler).andExpect(status().isCreated());
    }

    @Test
    void nobody_calls_back_or_closes_for_the_hotline_without_its_division() throws Exception {
        Tokens ownFiler = Tokens.person("own-filer").roles(Role.DISPATCHER, Role.CALLBACK_AGENT);
        String id = json(json(filing(COMPLAINT).header("Idempotency-Key", UUID.randomUUID()), ownFiler)
                        .andExpect(status().isCreated()))
                .get("id")
                .stringValue();
        http.perform(get(WORK_ORDERS + "/" + id).with(ownFiler.asRequest())).andExpect(status().isOk());
        step(id, "dispatches", DISPATCH, "1", ownFiler).andExpect(status().isForbidden());
    }

    @Test
    void what_the_person_said_on_the_phone_is_not_told_to_the_body_that_was_reported_to() throws Exception {
        String id =
                file(COMPLAINT.replace("\"COMPLAINT\"", "\"REPORT\"")).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER).andExpect(status().isCreated());
        step(id, "answers", "{\"text\":\"已处理\"}", "2", Persona.CASE_HANDLER).andExpect(status().isCreated());
        step(id, "call-backs", "{\"outcome\":\"UNSOLVED\",\"note\":\"王女士说没有\"}", "3", Persona.CALLBACK_AGENT)
                .andExpect(status().isCreated());
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.CASE_HANDLER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("请依法核处")))
                .andExpect(content().string(not(containsString("王女士"))));
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.DISPATCHER)))
                .andExpect(content().string(containsString("王女士")));
    }

    @Test
    void that_staff_looked_at_a_person_is_on_record() throws Exception {
        String id = file(COMPLAINT, Persona.CITIZEN).get("id").stringValue();
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.CITIZEN)))
                .andExpect(status().isOk());
        assertThat(looks(id)).isEmpty();
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.DISPATCHER)))
                .andExpect(status().isOk());
        assertThat(looks(id)).containsExactly("dispatcher");
    }

    private List<String> looks(String id) {
        return jdbc.sql("SELECT actor_subject FROM audit_entry WHERE action = 'view-work-order' AND object_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void pages_continue_where_they_ended() throws Exception {
        for (int i = 0; i < 3; i++) {
            file(COMPLAINT, Persona.AGENT);
        }
        var first = json(http.perform(get(WORK_ORDERS + "?limit=2").with(Tokens.as(Persona.AGENT)))
                .andExpect(jsonPath("$.items", hasSize(2))));
        http.perform(get(WORK_ORDERS + "?limit=2&after=" + first.get("next").stringValue())
                        .with(Tokens.as(Persona.AGENT)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void a_wrong_code_and_an_unknown_number_get_the_same_answer_and_guessing_is_stopped() throws Exception {
        JsonNode receipt = file(COMPLAINT);
        String number = receipt.get("number").stringValue();
        for (int i = 0; i < 10; i++) {
            progress(number, "AAAAAAAAAA").andExpect(status().isNotFound());
        }
        progress("43100020260101" + "00000001", "AAAAAAAAAA").andExpect(status().isNotFound());
        progress(number, receipt.get("queryCode").stringValue())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        clock.advance(java.time.Duration.ofMinutes(16));
        progress(number, receipt.get("queryCode").stringValue()).andExpect(status().isOk());
    }

    @Test
    void a_repetition_replays_and_a_mutation_is_refused() throws Exception {
        String key = UUID.randomUUID().toString();
        var first = json(filing(COMPLAINT).header("Idempotency-Key", key), null)
                .andReturn()
                .getResponse();
        assertThat(first.getStatus()).isEqualTo(201);
        var second = json(filing(COMPLAINT).header("Idempotency-Key", key), null)
                .andReturn()
                .getResponse();
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        json(filing(COMPLAINT.replace("58", "59")).header("Idempotency-Key", key), null)
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void preconditions_are_needed_and_checked() throws Exception {
        String id = file(COMPLAINT).get("id").stringValue();
        long before = rows();
        var dispatch = post(WORK_ORDERS + "/" + id + "/dispatches")
                .contentType(MediaType.APPLICATION_JSON)
                .content(DISPATCH)
                .with(Tokens.as(Persona.DISPATCHER));
        http.perform(dispatch.header("Idempotency-Key", "k")).andExpect(status().isPreconditionRequired());
        step(id, "dispatches", DISPATCH, "7", Persona.DISPATCHER).andExpect(status().isPreconditionFailed());
        step(id, "dispatches", DISPATCH, "1", Persona.CASE_HANDLER).andExpect(status().isForbidden());
        step(id, "dispatches", DISPATCH.replace("8148M", "8148N"), "1", Persona.DISPATCHER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/unknown-body"));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"kind\":\"NONSENSE\"}",
                "{\"kind\":7,\"title\":\"x\",\"content\":\"x\",\"division\":\"431000\"}",
                "{\"kind\":\"HELP\",\"title\":\"a\\u0000b\",\"content\":\"x\",\"division\":\"431000\"}",
                "{\"kind\":\"HELP\",\"title\":\"x\",\"content\":\"x\",\"division\":\"431000\",\"unknown\":1}",
                "{\"kind\":\"HELP\",\"title\":\"\\ud800\",\"content\":\"x\",\"division\":\"431000\"}",
                "{\"kind\":\"HELP\",\"title\":\"   \",\"content\":\"x\",\"division\":\"431000\"}",
                "{\"kind\":\"HELP\",\"title\":\"x\",\"content\":\"x\",\"division\":\"43100\"}",
                "{\"kind\":\"HELP\",\"title\":\"x\",\"content\":\"x\",\"division\":\"431000\",\"contact\":{\"name\":\"x\",\"phone\":\"call me\"}}",
            })
    void nonsense_is_refused_and_stores_nothing(String body) throws Exception {
        long before = rows();
        json(filing(body).header("Idempotency-Key", UUID.randomUUID()), null).andExpect(status().isBadRequest());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void texts_are_as_long_as_their_bounds_and_not_longer() throws Exception {
        String longest = "药".repeat(99) + "𠀀";
        String id = file(COMPLAINT.replace("药店拒绝退货", longest), Persona.CITIZEN)
                .get("id")
                .stringValue();
        http.perform(get(WORK_ORDERS + "/" + id).with(Tokens.as(Persona.CITIZEN)))
                .andExpect(jsonPath("$.title").value(longest));
        json(filing(COMPLAINT.replace("药店拒绝退货", longest + "长")).header("Idempotency-Key", "long"), null)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/title"));
    }

    @Test
    void what_was_filed_lies_encrypted() throws Exception {
        String number = file(COMPLAINT).get("number").stringValue();
        byte[] sealed = jdbc.sql("SELECT matter_sealed FROM work_order WHERE number = ?")
                .param(number)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("13800001234", "王小明", "药店");
    }

    private String answered() throws Exception {
        String id = file(COMPLAINT).get("id").stringValue();
        step(id, "dispatches", DISPATCH, "1", Persona.DISPATCHER).andExpect(status().isCreated());
        step(id, "answers", "{\"text\":\"已处理\"}", "2", Persona.CASE_HANDLER).andExpect(status().isCreated());
        return id;
    }

    private JsonNode file(String body) throws Exception {
        return json(json(filing(body).header("Idempotency-Key", UUID.randomUUID()), null)
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\"")));
    }

    private JsonNode file(String body, Persona persona) throws Exception {
        return json(json(filing(body).header("Idempotency-Key", UUID.randomUUID()), persona.token())
                .andExpect(status().isCreated()));
    }

    private static MockHttpServletRequestBuilder filing(String body) {
        return post(WORK_ORDERS).content(body);
    }

    private ResultActions step(String id, String what, String body, String version, Persona persona) throws Exception {
        return step(id, what, body, version, persona.token());
    }

    private ResultActions step(String id, String what, String body, String version, Tokens token) throws Exception {
        return json(
                post(WORK_ORDERS + "/" + id + "/" + what)
                        .content(body)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .header("If-Match", "\"" + version + "\""),
                token);
    }

    private ResultActions progress(String number, String code) throws Exception {
        return http.perform(get("/api/v1/work-order-progress/" + number).header("Query-Code", code));
    }

    private ResultActions json(MockHttpServletRequestBuilder request, Tokens token) throws Exception {
        request.contentType(MediaType.APPLICATION_JSON);
        return http.perform(token == null ? request : request.with(token.asRequest()));
    }

    private static JsonNode json(ResultActions result) throws Exception {
        return JSON.readTree(result.andReturn().getResponse().getContentAsByteArray());
    }

    private long rows() {
        return jdbc.sql(
                        "SELECT (SELECT COUNT(*) FROM work_order) + (SELECT COUNT(*) FROM work_order_history) + (SELECT COUNT(*) FROM outbox_event)")
                .query(Long.class)
                .single();
    }
}
