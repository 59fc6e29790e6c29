package cn.yiwang.localstack.tokens;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer of the token endpoint. */
final class TokenAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private TokenAnswer() {}

    static String accessToken(HttpResponse<String> answer) {
        JsonNode body = read(answer);
        if (answer.statusCode() != 200) {
            throw new TokenException("the issuer refused with " + answer.statusCode() + " "
                    + body.path("error").asString("") + " "
                    + body.path("error_description").asString(""));
        }
        return body.path("access_token").asString();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new TokenException("the issuer's answer (" + answer.statusCode() + ") is not JSON", e);
        }
    }
}
