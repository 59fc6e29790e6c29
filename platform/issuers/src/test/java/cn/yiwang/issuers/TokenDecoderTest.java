package cn.yiwang.issuers;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

class TokenDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());

    private final ECKey key = ecKey("k1");
    private final JWTClaimsSet claims = new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject("s-1")
            .audience("yiwang")
            .issueTime(Date.from(NOW))
            .expirationTime(Date.from(NOW.plusSeconds(300)))
            .build();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void the_issuer_publishes_its_key() {
        SERVER.resetAll();
        SERVER.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
        SERVER.stubFor(get("/.well-known/openid-configuration").willReturn(okJson(discovery(issuer()))));
    }

    @Test
    void a_token_of_a_trusted_issuer_is_read() throws Exception {
        assertThat(decoder(null, null).verify(signed(claims, "k1", "at+jwt")).getSubject())
                .isEqualTo("s-1");
    }

    @Test
    void what_is_not_signed_with_a_private_key_is_refused() throws Exception {
        var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        shared.sign(new MACSigner(new byte[32]));

        refused(new PlainJWT(claims).serialize());
        refused(shared.serialize());
        refused(signed(claims, "k1", "at+jwt") + "x");
        refused("no.token.atall");
    }

    @Test
    void the_type_issuer_and_times_of_a_token_count() throws Exception {
        refused(signed(claims, "k1", "logout+jwt"));
        refused(signed(
                new JWTClaimsSet.Builder(claims)
                        .issuer("https://elsewhere.example")
                        .build(),
                "k1",
                "at+jwt"));
        refused(signed(new JWTClaimsSet.Builder(claims).expirationTime(null).build(), "k1", "at+jwt"));
        refused(signed(
                new JWTClaimsSet.Builder(claims)
                        .expirationTime(Date.from(NOW.minusSeconds(31)))
                        .build(),
                "k1",
                "at+jwt"));
        refused(signed(
                new JWTClaimsSet.Builder(claims)
                        .notBeforeTime(Date.from(NOW.plusSeconds(31)))
                        .build(),
                "k1",
                "at+jwt"));
    }

    @Test
    void an_audience_is_demanded_when_it_is_set() throws Exception {
        String token = signed(claims, "k1", "at+jwt");

        assertThat(decoder("yiwang", null).verify(token).getSubject()).isEqualTo("s-1");
        assertThatThrownBy(() -> decoder("another", null).verify(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void an_issuer_that_is_away_makes_no_token_bad() throws Exception {
        SERVER.stubFor(get("/broken").willReturn(serverError()));
        String token = signed(claims, "k1", "at+jwt");

        assertThatThrownBy(() -> decoder(null, URI.create(issuer() + "/broken")).verify(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void a_discovery_document_that_names_another_issuer_is_not_followed() throws Exception {
        SERVER.stubFor(get("/.well-known/openid-configuration").willReturn(okJson(discovery("https://evil.example"))));
        String token = signed(claims, "k1", "at+jwt");

        assertThatThrownBy(() -> decoder(null, null).verify(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void invented_key_ids_do_not_turn_the_reader_against_the_issuer() throws Exception {
        TokenDecoder decoder = decoder(null, null);
        for (int i = 0; i < 50; i++) {
            String token = signed(claims, "invented-" + i, "at+jwt");
            assertThatThrownBy(() -> decoder.verify(token)).isInstanceOf(JwtException.class);
        }

        assertThat(SERVER.getAllServeEvents().stream()
                        .filter(event -> event.getRequest().getUrl().equals("/keys")))
                .hasSizeLessThanOrEqualTo(3);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder(null, null).verify(token)).isInstanceOf(BadJwtException.class);
    }

    private TokenDecoder decoder(@Nullable String audience, @Nullable URI keys) {
        return new TokenDecoder(
                List.of(new TrustedIssuer(issuer(), keys)),
                new TokenRules(audience, Duration.ofSeconds(30)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                JsonMapper.builder().build());
    }

    private String signed(JWTClaimsSet said, String keyId, String type) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(keyId)
                        .type(new JOSEObjectType(type))
                        .build(),
                said);
        JWSSigner signer = new ECDSASigner(key);
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey ecKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String discovery(String named) {
        return "{\"issuer\":\"" + named + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
    }

    private static String issuer() {
        return "http://localhost:" + SERVER.port();
    }
}
