package cn.yiwang.issuers;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the decoder for a token by its issuer. Only signatures with a private key count: a token that is unsigned or
 * signed with a shared secret is refused whatever it says.
 */
public final class TokenDecoder {

    /** RFC 8725, section 3.1: the verifier lists the algorithms, the token does not choose. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Map<String, JwtDecoder> decoders = new HashMap<>();

    public TokenDecoder(Collection<TrustedIssuer> issuers, TokenRules rules, Clock clock, JsonMapper json) {
        for (TrustedIssuer issuer : issuers) {
            decoders.put(issuer.uri(), decoder(issuer, rules, clock, json));
        }
    }

    /**
     * Verifies a token; nothing in it may be believed before. May wait for the issuer's keys.
     *
     * @throws BadJwtException when the token is not to be believed
     * @throws JwtException of another kind when the issuer's keys cannot be fetched: the token is then neither good nor bad
     */
    public Jwt verify(String token) {
        JwtDecoder decoder = decoders.get(issuerOf(token));
        if (decoder == null) {
            throw new BadJwtException("the issuer is not trusted");
        }
        return decoder.decode(token);
    }

    private static @Nullable String issuerOf(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException | RuntimeException e) {
            throw new BadJwtException("the token is malformed", e);
        }
    }

    private static JwtDecoder decoder(TrustedIssuer issuer, TokenRules rules, Clock clock, JsonMapper json) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new IssuerKeys(issuer, json)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // The validators below check times with our own clock.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer, rules, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(TrustedIssuer issuer, TokenRules rules, Clock clock) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        JwtTimestampValidator times = new JwtTimestampValidator(rules.clockSkew());
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        validators.add(times);
        validators.add(new JwtIssuerValidator(issuer.uri()));
        String audience = rules.audience();
        if (audience != null && !audience.isBlank()) {
            validators.add(new JwtAudienceValidator(audience));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
