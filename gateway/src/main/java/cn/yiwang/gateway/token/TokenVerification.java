package cn.yiwang.gateway.token;

import cn.yiwang.issuers.TokenDecoder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Turns a bearer token into a caller. A verified token is remembered for up to a minute, because one client sends the
 * same token with every call and the signature is the dearest part of passing it on; a key that the issuer withdrew is
 * therefore honoured for at most that minute. Only the first sight of a token leaves the event loop.
 */
@Component
final class TokenVerification implements ReactiveAuthenticationManager {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final int MAXIMUM_REMEMBERED = 20_000;

    private final TokenDecoder tokens;
    private final Clock clock;
    private final Cache<String, Verified> remembered = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    TokenVerification(TokenDecoder tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        Verified known = remembered.getIfPresent(token);
        if (known != null && known.covers(clock.instant())) {
            return Mono.just(known.caller());
        }
        return Mono.<Authentication>fromCallable(() -> verify(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private VerifiedCaller verify(String token) {
        try {
            Jwt jwt = tokens.verify(token);
            String subject = jwt.getSubject();
            if (subject == null || subject.isBlank()) {
                throw new InvalidBearerTokenException("the token names nobody");
            }
            VerifiedCaller caller = new VerifiedCaller(Objects.requireNonNull(jwt.getClaimAsString("iss")), subject);
            Instant now = clock.instant();
            remembered.put(token, new Verified(caller, now, until(jwt, now)));
            return caller;
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("the token is not valid", e);
        } catch (JwtException e) {
            throw new KeysUnavailableException(e);
        }
    }

    private static Instant until(Jwt token, Instant now) {
        Instant limit = now.plus(REMEMBERED_FOR);
        Instant expiry = token.getExpiresAt();
        return expiry != null && expiry.isBefore(limit) ? expiry : limit;
    }

    /** A token that was valid at {@code from} and is taken for valid before {@code until}. */
    private record Verified(VerifiedCaller caller, Instant from, Instant until) {

        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }
}
