package cn.yiwang.localstack.child;

import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Plan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a foreign issuer gives tokens, as its own metadata says. */
public final class TokenEndpoint {

    private TokenEndpoint() {}

    public static @Nullable String of(Plan plan) {
        String issuer = plan.environment().issuer();
        if (issuer == null || plan.instances().isEmpty()) {
            return null;
        }
        URI metadata = URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration");
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(metadata)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode endpoint = new JsonMapper().readTree(answer.body()).path("token_endpoint");
            if (!endpoint.isString()) {
                throw new LaunchException(metadata + " names no token_endpoint: is YIWANG_ISSUER_URI right?");
            }
            return endpoint.asString();
        } catch (IOException | JacksonException e) {
            throw new LaunchException(
                    "the issuer of YIWANG_ISSUER_URI does not answer at " + metadata
                            + ": start it, or unset the variable",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while asking the issuer", e);
        }
    }
}
