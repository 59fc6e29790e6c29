package cn.yiwang.systemtests;

import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * One application on its way through the offices, and the calls that move it on. Each call waits for an answer that is not the
 * platform's trouble, so the same steps serve in quiet and in stormy weather.
 *
 * @param etag the tag that the last answer bore
 */
record Filing(String id, String number, String queryCode, String status, String etag) {

    /** 药品零售企业许可依申请注销 in 郴州: one department reviews, nothing must be handed in, the result is a document. */
    static final String CANCELLATION = "11431000MB1938148M300017200500005";

    /** 开办药品零售企业许可 in 郴州: two departments review, the result is a certificate. */
    static final String PHARMACY = "11431000MB1938148M300017200500001";

    static final byte[] PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private static final String ROOT = "/api/v1/applications";

    /** Begins and hands in with one call. */
    static Filing submitted(Persona applicant, String itemCode) {
        return of(Call.post(ROOT)
                .as(Tokens.bearer(applicant))
                .json("""
                        {"itemCode": "%s", "summary": "系统测试（示例）", "submit": true}""".formatted(itemCode))
                .sendUntilAnswered()
                .expect(201));
    }

    static Filing draft(Persona applicant, String itemCode) {
        return of(Call.post(ROOT)
                .as(Tokens.bearer(applicant))
                .json("""
                        {"itemCode": "%s", "summary": "系统测试（示例）"}""".formatted(itemCode))
                .sendUntilAnswered()
                .expect(201));
    }

    /** A pharmacy's application with all that its guide requires, handed in. */
    static Filing submittedPharmacy(Persona applicant) {
        var filing = draft(applicant, PHARMACY);
        var guide = Call.get("/api/v1/items/" + PHARMACY)
                .sendUntilAnswered()
                .expect(200)
                .json()
                .path("guide");
        for (var material : guide.path("materials")) {
            if (material.path("necessity").asString().equals("REQUIRED")) {
                filing = filing.upload(applicant, material.path("code").asString());
            }
        }
        return filing.submit(applicant);
    }

    Filing upload(Persona applicant, String materialCode) {
        var answer = Call.post(ROOT + "/" + id + "/materials")
                .as(Tokens.bearer(applicant))
                .form(Map.of("materialCode", materialCode), "申请书.pdf", "application/pdf", PDF)
                .sendUntilAnswered()
                .expect(201);
        return new Filing(id, number, queryCode, status, answer.etag());
    }

    Filing submit(Persona applicant) {
        return step(applicant, "submissions", "");
    }

    Filing accept() {
        return step(Persona.WINDOW_CLERK, "acceptances", "");
    }

    Filing review(Persona reviewer) {
        return step(reviewer, "reviews", """
                {"outcome": "APPROVED", "opinion": "符合条件"}""");
    }

    Filing grant() {
        return step(Persona.APPROVER, "decisions", """
                {"outcome": "GRANTED", "reason": "符合法定条件"}""");
    }

    Filing withdraw(Persona applicant) {
        return step(applicant, "withdrawals", """
                {"reason": "不再办理"}""");
    }

    /** From handed in to decided, for an item with one reviewing department. */
    Filing throughOneReview() {
        return accept().review(Persona.REVIEWER);
    }

    /** From handed in to decided, for the pharmacy's two departments. */
    Filing throughTwoReviews() {
        return accept().review(Persona.REVIEWER).review(Persona.SECOND_REVIEWER);
    }

    /** The call that takes a step, with a key of its own. */
    Call call(Persona actor, String step, String body) {
        var call =
                Call.post(ROOT + "/" + id + "/" + step).as(Tokens.bearer(actor)).ifMatch(etag);
        return body.isEmpty() ? call : call.json(body);
    }

    /** What its reader sees now. */
    Answer read(Persona reader) {
        return Call.get(ROOT + "/" + id).as(Tokens.bearer(reader)).sendUntilAnswered();
    }

    Answer history(Persona reader) {
        return Call.get(ROOT + "/" + id + "/history").as(Tokens.bearer(reader)).sendUntilAnswered();
    }

    private Filing step(Persona actor, String step, String body) {
        var answered = of(call(actor, step, body)
                .key(UUID.randomUUID().toString())
                .sendUntilAnswered()
                .expect(201));
        return answered.queryCode().isEmpty()
                ? new Filing(id, answered.number(), queryCode, answered.status(), answered.etag())
                : answered;
    }

    private static Filing of(Answer answer) {
        var state = answer.json();
        return new Filing(
                state.path("id").asString(),
                state.path("number").asString(""),
                state.path("queryCode").asString(""),
                state.path("status").path("code").asString(),
                answer.etag());
    }
}
