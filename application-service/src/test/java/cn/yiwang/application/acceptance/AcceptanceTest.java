package cn.yiwang.application.acceptance;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.testsupport.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What happens at the window, said in a line each. */
abstract class AcceptanceTest extends ApplicationTest {

    static final String FORM = "M0001720050000101";
    static final String LICENCE = "M0001720050000102";

    /** The day after the last day for a notice on an application of Monday, 23 November. */
    static final Instant TOO_LATE = Instant.parse("2026-12-01T01:30:00Z");

    Answer step(Persona who, Answer application, String step, String body) {
        return calls.send(post(Calls.ROOT + "/" + application.id() + "/" + step), who, application.etag(), body);
    }

    Answer ask(Answer application, String... codes) {
        return step(Persona.WINDOW_CLERK, application, "corrections", "{\"requirements\": " + asked(codes) + "}");
    }

    Answer handIn(Answer application, String body) {
        return step(Persona.AGENT, application, "correction-submissions", body);
    }

    Answer decline(Answer application, String ground, String more) {
        return step(
                Persona.WINDOW_CLERK,
                application,
                "non-acceptances",
                "{\"ground\": \"" + ground + "\", \"reason\": \"不属于本机关职权\"" + more + "}");
    }

    Answer see(Persona who, Answer application, String what) {
        return calls.read(who, Calls.ROOT + "/" + application.id() + "/" + what);
    }

    String event(Answer application) {
        var items = see(Persona.AGENT, application, "history").body().path("items");
        return items.path(items.size() - 1).path("event").asString();
    }

    static String asked(String... codes) {
        var list = new ArrayList<String>();
        for (var code : codes) {
            list.add("{\"code\": \"" + code + "\", \"explanation\": \"不清晰\"}");
        }
        return "[" + String.join(", ", list) + "]";
    }

    static List<String> pointers(Answer answer) {
        var pointers = new ArrayList<String>();
        answer.body()
                .path("errors")
                .forEach((JsonNode error) -> pointers.add(error.path("pointer").asString()));
        return pointers;
    }
}
