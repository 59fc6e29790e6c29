package cn.yiwang.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.localstack.secrets.Secrets;
import cn.yiwang.localstack.tokens.TokenException;
import cn.yiwang.localstack.tokens.Tokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static String issuer;
    private static Tokens tokens;
    private static ConfigurableApplicationContext provider;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        issuer = "http://127.0.0.1:" + port;
        provider = new SpringApplicationBuilder(IdentityProvider.class)
                .properties("server.servlet.session.tracking-modes=cookie")
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--yiwang.identity.issuer=" + issuer,
                        "--yiwang.identity.secrets-directory=" + directory);
        tokens = new Tokens(URI.create(issuer), Secrets.in(directory));
    }

    @AfterAll
    static void stop() {
        provider.close();
        HTTP.close();
    }

    static Stream<DemoPerson> people() {
        return DemoPerson.all().stream();
    }

    @ParameterizedTest
    @MethodSource("people")
    void the_token_of_a_person_says_what_the_platform_wants_to_know(DemoPerson person) {
        JsonNode claims = claims(tokens.get(person.login()));

        assertThat(claims.path("iss").asString()).isEqualTo(issuer);
        assertThat(claims.path("sub").asString()).isEqualTo(person.login());
        assertThat(claims.path("name").asString()).isEqualTo(person.name());
        assertThat(claims.path("subject_type").asString())
                .isEqualTo(person.type().claim());
        assertThat(claims.path("id_number").asString(null)).isEqualTo(person.idNumber());
        assertThat(claims.path("organization").asString(null)).isEqualTo(person.organization());
        assertThat(claims.path("organization_name").asString(null)).isEqualTo(person.organizationName());
        assertThat(claims.path("department").asString(null)).isEqualTo(person.department());
        assertThat(claims.path("division").asString(null)).isEqualTo(person.division());
        assertThat(claims.path("roles").valueStream().map(JsonNode::asString)).isEqualTo(person.roles());
        assertThat(claims.path("assurance").asInt()).isEqualTo(person.assurance());
        assertThat(claims.path("scope").asString()).contains("openid");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(30 * 60);
    }

    @Test
    void a_system_speaks_for_itself_with_its_scope_and_no_role() {
        JsonNode claims = claims(tokens.get("partner-tax"));

        assertThat(claims.path("sub").asString()).isEqualTo("partner-tax");
        assertThat(claims.path("subject_type").asString()).isEqualTo("system");
        assertThat(claims.path("scope").asString()).isEqualTo("exchange.subscribe");
        assertThat(claims.has("roles")).isFalse();
        assertThat(claims(tokens.get("catalog-service")).path("scope").asString())
                .isEqualTo("internal");
    }

    @Test
    void every_role_of_the_platform_has_somebody() {
        assertThat(DemoPerson.all().stream().flatMap(person -> person.roles().stream()))
                .contains(
                        "applicant",
                        "window_clerk",
                        "reviewer",
                        "approver",
                        "catalog_editor",
                        "catalog_publisher",
                        "certificate_officer",
                        "hotline_agent",
                        "dispatcher",
                        "case_handler",
                        "callback_agent",
                        "supervisor",
                        "data_steward",
                        "system_admin",
                        "security_admin",
                        "auditor");
    }

    @Test
    void an_authorization_request_without_pkce_is_refused() throws Exception {
        String location = get("/oauth2/authorize?response_type=code&client_id=portal&scope=openid"
                        + "&redirect_uri=http://127.0.0.1/callback&state=s")
                .headers()
                .firstValue("Location")
                .orElse("");

        assertThat(location).startsWith("http://127.0.0.1/callback").contains("error=invalid_request");
    }

    @Test
    void a_mobile_app_is_a_public_client_with_pkce_too() throws Exception {
        String request = "/oauth2/authorize?response_type=code&client_id=portal&scope=openid"
                + "&redirect_uri=cn.yiwang.app:/callback&state=s";

        assertThat(get(request).headers().firstValue("Location").orElse(""))
                .startsWith("cn.yiwang.app:/callback")
                .contains("error=invalid_request");
        assertThat(get(request
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
    }

    @Test
    void nobody_is_sent_back_to_a_foreign_address() throws Exception {
        HttpResponse<String> answer = get(
                "/oauth2/authorize?response_type=code&client_id=portal&scope=openid"
                        + "&redirect_uri=https://elsewhere.example/callback&state=s&code_challenge=abc&code_challenge_method=S256");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void a_wrong_secret_gives_no_token(@TempDir Path otherCheckout) {
        Tokens stranger = new Tokens(URI.create(issuer), Secrets.in(otherCheckout));

        assertThatThrownBy(() -> stranger.get("partner-tax"))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("invalid_client");
        assertThatThrownBy(() -> stranger.get("auditor"))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("does not accept the password");
    }

    @Test
    void an_unknown_name_is_answered_with_the_names_there_are() {
        assertThatThrownBy(() -> tokens.get("nobody")).hasMessageContaining("window-clerk");
    }

    @Test
    void the_published_keys_hold_nothing_private() throws Exception {
        JsonNode key = new JsonMapper()
                .readTree(get("/oauth2/jwks").body())
                .path("keys")
                .path(0);

        assertThat(key.path("alg").asString()).isEqualTo("RS256");
        assertThat(List.of("d", "p", "q", "dp", "dq", "qi")).noneMatch(key::has);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Accept", "text/html")
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
