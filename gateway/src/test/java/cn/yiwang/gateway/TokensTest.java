package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest extends GatewayTestBase {

    static Stream<Arguments> refusedTokens() {
        String good = ISSUER.token("clerk");
        String[] parts = good.split("\\.");
        String otherClaims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]))
                        .replace("clerk", "chief")
                        .getBytes());
        return Stream.of(
                Arguments.of("expired", ISSUER.expired()),
                Arguments.of("signed by another key", ISSUER.forged()),
                Arguments.of("of an issuer that is not trusted", ISSUER.ofStranger()),
                Arguments.of("unsigned (alg none)", ISSUER.unsigned()),
                Arguments.of("signed with the public key as a secret", ISSUER.signedWithPublicKeyAsSecret()),
                Arguments.of("without subject", ISSUER.withoutSubject()),
                Arguments.of("with changed claims", parts[0] + "." + otherClaims + "." + parts[2]),
                Arguments.of("without signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("not a token", "abc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedTokens")
    void a_bad_token_is_refused_and_reaches_nobody(String what, String token) {
        HttpResponse<String> response = getAs(token, "/api/v1/applications");

        assertProblem(response, 401, "unauthenticated");
        assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        SERVICES.verify(0, anyRequestedFor(urlPathMatching("/api/.*")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/applications",
        "POST,/api/v1/applications",
        "GET,/api/v1/worklist",
        "POST,/api/v1/intakes",
        "GET,/api/v1/delegations",
        "GET,/api/v1/certificates",
        "GET,/api/v1/work-orders",
        "POST,/api/v1/work-orders/1/dispatches",
        "GET,/api/v1/subscriptions",
        "POST,/api/v1/items/11431000MB1938148M300017200500001/drafts",
        "GET,/api/v1/items/11431000MB1938148M300017200500001/drafts",
        "POST,/api/v1/items",
        "DELETE,/api/v1/items/11431000MB1938148M300017200500001",
        "POST,/api/v1/application-progress/N1",
        "POST,/api/v1/published-decisions/019a0f3c-9b33-7d10-8e4f-708192a3b4c7/withdrawals",
        "POST,/api/v1/document-seals",
        "GET,/api/v1/operations/catalog-service/outbox",
        "GET,/api/v1/item-drafts",
        "GET,/api/v1/divisions/431000",
        "POST,/api/v1/webhook-keys",
        "GET,/api/v1/unknown"
    })
    void the_api_needs_a_token(String method, String path) {
        HttpResponse<String> response = send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());

        assertProblem(response, 401, "unauthenticated");
        assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer");
        SERVICES.verify(0, anyRequestedFor(urlPathMatching("/api/.*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items",
                "/api/v1/items/11431000MB1938148M300017200500001",
                "/api/v1/items/11431000MB1938148M300017200500001/versions/1",
                "/api/v1/divisions",
                "/api/v1/bodies",
                "/api/v1/application-progress/N1",
                "/api/v1/published-decisions",
                "/api/v1/published-decisions/019a0f3c-9b33-7d10-8e4f-708192a3b4c7",
                "/api/v1/certificate-verifications/1.2.156"
            })
    void what_everybody_may_know_needs_none(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_bad_token_is_refused_on_a_public_path_too() {
        assertProblem(getAs(ISSUER.forged(), "/api/v1/items"), 401, "unauthenticated");
    }

    @Test
    void a_second_issuer_is_trusted_beside_the_first() {
        assertThat(getAs(ISSUER.token("a"), "/api/v1/applications").statusCode())
                .isEqualTo(200);
        assertThat(getAs(SECOND_ISSUER.token("a"), "/api/v1/applications").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_that_was_good_is_refused_once_it_has_expired() {
        // The clock skew of 30 s still covers the first; nothing but the expiry differs in the second.
        assertThat(getAs(ISSUER.tokenFor("x", Duration.ofSeconds(-20)), "/api/v1/applications")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                getAs(ISSUER.tokenFor("x", Duration.ofSeconds(-40)), "/api/v1/applications"), 401, "unauthenticated");
    }

    @Test
    void a_token_in_the_address_is_no_token() {
        assertProblem(get("/api/v1/applications?access_token=" + ISSUER.token("a")), 401, "unauthenticated");
    }

    @Test
    void a_token_is_passed_on_to_the_service_which_checks_it_again() {
        String token = ISSUER.token("a");
        getAs(token, "/api/v1/applications");

        SERVICES.verify(
                1,
                com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlPathMatching("/api/v1/applications"))
                        .withHeader(
                                "Authorization",
                                com.github.tomakehurst.wiremock.client.WireMock.equalTo("Bearer " + token)));
    }
}
