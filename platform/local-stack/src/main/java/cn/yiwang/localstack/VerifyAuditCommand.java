package cn.yiwang.localstack;

import cn.yiwang.localstack.launcher.Platform;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.tokens.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has every service verify its chain of audit entries, as the auditor would. */
final class VerifyAuditCommand {

    private static final JsonMapper JSON = new JsonMapper();

    private final Platform platform;
    private final PrintStream out;

    VerifyAuditCommand(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    int run() {
        String token = new Tokens(platform.issuer(), platform.home().secrets()).get("auditor");
        boolean intact = true;
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            for (String service : Platform.services()) {
                intact &= verify(http, service, token);
            }
        } catch (IOException e) {
            throw new LaunchException("the gateway does not answer: ./yiwang status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
        return intact ? 0 : 1;
    }

    /** A long chain takes several calls; each goes on from the last link of the one before. */
    private boolean verify(HttpClient http, String service, String token) throws IOException, InterruptedException {
        Map<String, Object> from = Map.of();
        long links = 0;
        while (true) {
            HttpResponse<String> answer = http.send(request(service, token, from), BodyHandlers.ofString());
            JsonNode report = json(answer.body());
            if (answer.statusCode() / 100 != 2 || !report.path("intact").asBoolean(false)) {
                out.printf("%-24s NOT INTACT  %s%n", service, answer.body());
                return false;
            }
            links += report.path("checkedLinks").asLong(0);
            if (report.path("complete").asBoolean(true)) {
                out.printf(
                        "%-24s intact      %d links, %d entries not sealed yet, last %s%n",
                        service,
                        links,
                        report.path("unsealed").asLong(0),
                        report.path("last").path("hash").asString(""));
                return true;
            }
            JsonNode last = report.path("last");
            from = Map.of(
                    "after",
                    Map.of(
                            "sealNumber", last.path("sealNumber").asLong(0),
                            "hash", last.path("hash").asString("")));
        }
    }

    private HttpRequest request(String service, String token, Map<String, Object> from) {
        URI uri = platform.gateway().resolve("/api/v1/operations/" + service + "/audit-verifications");
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(from.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(from)))
                .build();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new LaunchException("the answer is not JSON: " + body, e);
        }
    }
}
