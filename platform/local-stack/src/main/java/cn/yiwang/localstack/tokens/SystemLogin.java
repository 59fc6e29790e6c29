package cn.yiwang.localstack.tokens;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** RFC 6749 section 4.4: a system speaks for itself. */
final class SystemLogin {

    private final URI issuer;

    SystemLogin(URI issuer) {
        this.issuer = issuer;
    }

    String accessToken(String client, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try (Http http = new Http()) {
            HttpResponse<String> answer = http.post(
                    URI.create(issuer + "/oauth2/token"),
                    Map.of("grant_type", "client_credentials"),
                    "Authorization",
                    "Basic " + credentials);
            return TokenAnswer.accessToken(answer);
        }
    }
}
