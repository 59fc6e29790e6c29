package cn.yiwang.application.handling;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import org.junit.jupiter.api.Test;

class PartialGrantTest extends ApplicationTest {

    @Test
    void a_part_is_granted_and_the_rest_refused_with_reasons_conditions_and_remedies() {
        var reviewed = reviewed();
        assertThat(decide(reviewed, "{\"outcome\": \"PARTLY_GRANTED\"}")
                        .expect(422)
                        .problem())
                .isEqualTo("reason-required");
        var decided = decide(
                        reviewed,
                        "{\"outcome\": \"PARTLY_GRANTED\", \"reason\": \"准予经营处方药；冷藏药品条件不足\", \"conditions\": [\"C2\"]}")
                .expect(201);
        assertThat(decided.inner()).isEqualTo("PARTLY_GRANTED");
        var decision = read(AGENT, reviewed.id()).body().path("decision");
        assertThat(decision.path("outcome").asString()).isEqualTo("PARTLY_GRANTED");
        assertThat(decision.path("conditions").path(0).path("name").asString()).contains("营业场所");
        assertThat(decision.path("remedies").asString()).contains("行政复议");
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", reviewed.id(), "cn.yiwang.application.partly-granted.v1"));
        assertThat(calls.deliver(WINDOW_CLERK, reviewed.id(), decided.etag())
                        .expect(201)
                        .inner())
                .isEqualTo("DELIVERED");
    }

    @Test
    void a_refusal_cites_conditions_of_the_guide_only() {
        var reviewed = reviewed();
        var outside = decide(
                        reviewed, "{\"outcome\": \"REFUSED\", \"reason\": \"不符\", \"conditions\": [\"C1\", \"C88\"]}")
                .expect(422);
        assertThat(outside.problem()).isEqualTo("requirement-outside-guide");
        assertThat(outside.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/conditions/1");
        decide(reviewed, "{\"outcome\": \"REFUSED\", \"reason\": \"不符\", \"conditions\": [\"其他\"]}")
                .expect(400);
        decide(reviewed, "{\"outcome\": \"REFUSED\", \"reason\": \"不符\", \"conditions\": [\"C1\"]}")
                .expect(201);
        assertThat(read(AGENT, reviewed.id())
                        .body()
                        .path("decision")
                        .path("conditions")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("C1");
    }

    private Answer decide(Answer application, String body) {
        return calls.send(post(Calls.ROOT + "/" + application.id() + "/decisions"), APPROVER, application.etag(), body);
    }
}
