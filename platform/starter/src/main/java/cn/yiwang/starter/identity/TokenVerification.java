package cn.yiwang.starter.identity;

import cn.yiwang.issuers.TokenDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Turns a bearer token into an actor. A verified token is remembered for up to a minute, because one client sends the
 * same token with every call and the signature is the dearest part of a small request; a key that the issuer withdrew
 * is therefore honoured for at most that minute.
 */
final class TokenVerification implements AuthenticationManager {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final int MAXIMUM_REMEMBERED = 4_096;

    private final TokenDecoder tokens;
    private final Subjects subjects;
    private final Clock clock;
    private final Map<String, Verified> remembered = new ConcurrentHashMap<>();

    TokenVerification(TokenDecoder tokens, Subjects subjects, Clock clock) {
        this.tokens = tokens;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        Instant now = clock.instant();
        Verified known = remembered.get(token);
        if (known != null && known.covers(now)) {
            return known.authentication();
        }
        ActorAuthentication verified = verify(token);
        remember(token, verified, now);
        return verified;
    }

    private ActorAuthentication verify(String token) {
        try {
            return ActorClaims.authenticate(tokens.verify(token), subjects);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("the token is not valid", e);
        } catch (JwtException e) {
            throw new KeysUnavailableException(e);
        }
    }

    private void remember(String token, ActorAuthentication verified, Instant now) {
        if (remembered.size() >= MAXIMUM_REMEMBERED) {
            remembered.values().removeIf(entry -> !entry.covers(now));
            if (remembered.size() >= MAXIMUM_REMEMBERED) {
                remembered.clear();
            }
        }
        remembered.put(token, new Verified(verified, now, until(verified.getToken(), now)));
    }

    private static Instant until(Jwt token, Instant now) {
        Instant limit = now.plus(REMEMBERED_FOR);
        Instant expiry = token.getExpiresAt();
        return expiry != null && expiry.isBefore(limit) ? expiry : limit;
    }

    /** A token that was valid at {@code from} and is taken for valid before {@code until}. */
    private record Verified(ActorAuthentication authentication, Instant from, Instant until) {

        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }
}
