package cn.yiwang.starter.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.issuers.TokenDecoder;
import cn.yiwang.starter.fixture.Issuer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

class TokenVerificationTest {

    private final MutableClock clock = new MutableClock(Instant.now());

    @Test
    void a_remembered_token_ends_when_it_expires() {
        TokenVerification verification = verification(null, null);
        var token = new BearerTokenAuthenticationToken(
                Issuer.FIRST.sign(Issuer.FIRST.claims().build()));

        assertThat(verification.authenticate(token)).isSameAs(verification.authenticate(token));
        clock.now = clock.now.plus(Duration.ofMinutes(6));

        assertThatThrownBy(() -> verification.authenticate(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void an_audience_is_demanded_when_configured() {
        TokenVerification verification = verification("yiwang", null);
        var other = new BearerTokenAuthenticationToken(
                Issuer.FIRST.sign(Issuer.FIRST.claims().audience("another").build()));
        var ours = new BearerTokenAuthenticationToken(
                Issuer.FIRST.sign(Issuer.FIRST.claims().audience("yiwang").build()));

        assertThatThrownBy(() -> verification.authenticate(other)).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(verification.authenticate(ours).isAuthenticated()).isTrue();
    }

    @Test
    void an_issuer_that_is_away_is_no_reason_to_call_a_token_invalid() {
        Issuer.SECOND.server().stubFor(get("/broken").willReturn(serverError()));
        TokenVerification verification = verification(null, URI.create(Issuer.SECOND.uri() + "/broken"));
        var token = new BearerTokenAuthenticationToken(
                Issuer.FIRST.sign(Issuer.FIRST.claims().build()));

        assertThatThrownBy(() -> verification.authenticate(token)).isInstanceOf(KeysUnavailableException.class);
    }

    private TokenVerification verification(@Nullable String audience, @Nullable URI keys) {
        var issuer = new SecurityProperties.Issuer(Issuer.FIRST.uri(), keys, null);
        var properties = new SecurityProperties(List.of(issuer), audience, Duration.ofSeconds(30));
        return new TokenVerification(
                new TokenDecoder(
                        properties.trusted(),
                        properties.rules(),
                        clock,
                        JsonMapper.builder().build()),
                new Subjects(properties.issuers()),
                clock);
    }

    /** A clock that a test moves. */
    private static final class MutableClock extends Clock {

        private Instant now;

        MutableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
