package cn.yiwang.localstack;

import cn.yiwang.localstack.launcher.LaunchException;
import cn.yiwang.localstack.launcher.Platform;
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
                HttpResponse<String> answer = http.send(request(service, token), BodyHandlers.ofString());
                boolean verified = answer.statusCode() / 100 == 2 && isIntact(answer.body());
                intact &= verified;
                out.printf("%-24s %-10s %s%n", service, verified ? "intact" : "NOT INTACT", answer.body());
            }
        } catch (IOException e) {
            throw new LaunchException("the gateway does not answer: ./yiwang status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
        return intact ? 0 : 1;
    }

    private HttpRequest request(String service, String token) {
        URI uri = platform.gateway().resolve("/api/v1/operations/" + service + "/audit-verifications");
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody())
                .build();
    }

    private static boolean isIntact(String body) {
        try {
            JsonNode result = JSON.readTree(body);
            return result.path("intact").asBoolean(false);
        } catch (JacksonException e) {
            return false;
        }
    }
}
