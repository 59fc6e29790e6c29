package cn.yiwang.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import cn.yiwang.testsupport.Upstreams;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for the keeper of seals; that real seals hold is tested where they are made. */
public final class TestSeals {

    /** Under which the client of the seals alone is configured; other calls to the same service have a client of their own. */
    public static final String NAME = "document-seals";

    private static final String PATH = "/api/v1/document-seals";
    private static final String SIGNATURE =
            Base64.getEncoder().encodeToString("a seal".getBytes(StandardCharsets.UTF_8));

    private TestSeals() {}

    public static void answer() {
        Upstreams.of(NAME)
                .stubFor(post(urlPathEqualTo(PATH)).willReturn(okJson("{\"signature\":\"" + SIGNATURE + "\"}")));
    }

    public static void areDown() {
        Upstreams.of(NAME)
                .stubFor(post(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(503)));
    }

    /** What was asked, with the token it was asked with. */
    public static List<Asked> asked() {
        return Upstreams.of(NAME).findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> new Asked(
                        JsonMapper.shared().readTree(request.getBodyAsString()), request.getHeader("Authorization")))
                .toList();
    }

    public record Asked(JsonNode body, String authorization) {}
}
