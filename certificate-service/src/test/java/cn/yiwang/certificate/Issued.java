package cn.yiwang.certificate;

import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what the service made of a wish. */
public final class Issued {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Issued() {}

    /** Waits for the certificate that answers the wish, and returns its id. */
    public static UUID await(JdbcClient jdbc, Wish wish) {
        return Awaitility.await("certificate for " + wish.requestId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> all(jdbc, wish), found -> !found.isEmpty())
                .getFirst();
    }

    /** The certificates there are for the wish; one at most, if all is well. */
    public static List<UUID> all(JdbcClient jdbc, Wish wish) {
        return jdbc.sql("SELECT public_id FROM certificate WHERE request_id = ?")
                .param(Ids.toBytes(wish.requestId()))
                .query((row, index) -> Ids.fromBytes(row.getBytes("public_id")))
                .list();
    }

    /** Waits until the inbox is done with the event. */
    public static void awaitHandled(JdbcClient jdbc, UUID eventId) {
        Awaitility.await("event " + eventId + " handled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM inbox_event WHERE event_id = ?")
                                .param(Ids.toBytes(eventId))
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /** The certificate as an officer of its issuer sees it. */
    public static JsonNode read(MockMvc mockMvc, UUID id, Tokens token) throws Exception {
        var response = mockMvc.perform(MockMvcRequestBuilders.get("/api/v1/certificates/{id}", id)
                        .with(token.asRequest()))
                .andReturn()
                .getResponse();
        if (response.getStatus() != 200) {
            throw new AssertionError(response.getStatus() + " " + response.getContentAsString());
        }
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
