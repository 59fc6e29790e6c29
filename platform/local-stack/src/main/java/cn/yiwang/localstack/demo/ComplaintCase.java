package cn.yiwang.localstack.demo;

import java.util.HashMap;
import java.util.Map;

/** A citizen complains: from the filing to the closing that needs the citizen's word. */
final class ComplaintCase {

    private static final String WORK_ORDERS = "/api/v1/work-orders";

    private final Front front;
    private final Journal journal;

    private String id = "";
    private String number = "";
    private String queryCode = "";
    private String tag = "";

    ComplaintCase(Front front, Journal journal) {
        this.front = front;
        this.journal = journal;
    }

    void walk() {
        journal.chapter("A citizen complains (12345)");
        journal.step("the citizen files a complaint", this::file);
        journal.step("the dispatcher sends it to the body in charge", this::dispatch);
        journal.step("the case handler answers", this::answer);
        journal.step("the call-back agent writes down the citizen's word", this::callBack);
        journal.step("the dispatcher closes it", this::close);
        journal.step("anybody with number and query code sees the end of it", this::progress);
    }

    private String file() {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "COMPLAINT");
        body.put("title", "药店价签与结算价不符");
        body.put("content", "在某药店购买感冒药，价签12元，结算时收取15元。");
        body.put("claim", "退还差价3元");
        body.put("respondent", Map.of("name", "某药店（示例）", "address", "郴州市苏仙区示例路1号"));
        body.put("contact", Map.of("name", "王小明（示例）", "phone", "13900000000", "address", "郴州市北湖区示例路2号"));
        body.put("secret", false);
        body.put("replyWanted", true);
        body.put("division", "431000");
        Answer answer = front.expect(201, Call.post(WORK_ORDERS, body).as("citizen"));
        id = answer.text("id");
        number = answer.text("number");
        queryCode = answer.text("queryCode");
        tag = answer.tag();
        return "work order " + number + ": " + status(answer);
    }

    private String dispatch() {
        Map<String, String> body = Map.of(
                "body", "11431000MB1938148M",
                "bodyName", "郴州市市场监督管理局",
                "division", "431000",
                "instruction", "请依法核查并答复");
        return step("dispatches", body, "dispatcher");
    }

    private String answer() {
        return step("answers", Map.of("text", "经核查，商家已退还差价并更正价签。"), "case-handler");
    }

    private String callBack() {
        return step("call-backs", Map.of("outcome", "SOLVED", "satisfaction", 5, "note", "差价已收到"), "callback-agent");
    }

    private String close() {
        return step("closures", Map.of(), "dispatcher");
    }

    private String progress() {
        Answer answer = front.expect(
                200, Call.get("/api/v1/work-order-progress/" + number).header("Query-Code", queryCode));
        if (!answer.at("/status/code").asString("").equals("CLOSED")) {
            throw new StepFailedException("the work order is " + answer.at("/status") + " and not closed");
        }
        return number + ": " + status(answer);
    }

    private String step(String what, Map<String, ?> body, String person) {
        Answer answer = front.expect(
                201,
                Call.post(WORK_ORDERS + "/" + id + "/" + what, body).as(person).ifMatch(tag));
        tag = answer.tag();
        return "now " + status(answer);
    }

    private static String status(Answer answer) {
        return answer.at("/status/label").asString("");
    }
}
