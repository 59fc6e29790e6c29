package cn.yiwang.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** An OIDC issuer with one key, good and bad tokens. */
final class TestIssuer {

    private final String uri;
    private final Clock clock;
    private final RSAKey key;

    TestIssuer(String uri, Clock clock) {
        this.uri = uri;
        this.clock = clock;
        this.key = newKey("test-key");
    }

    String uri() {
        return uri;
    }

    String jwkSet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String token(String subject) {
        return signed(claims(uri, subject, Duration.ofMinutes(5)), key);
    }

    String tokenFor(String subject, Duration validFor) {
        return signed(claims(uri, subject, validFor), key);
    }

    String expired() {
        return signed(claims(uri, "late", Duration.ofMinutes(-5)), key);
    }

    /** Says the right issuer and key id, but another key signed it. */
    String forged() {
        return signed(claims(uri, "forger", Duration.ofMinutes(5)), newKey("test-key"));
    }

    String ofStranger() {
        return signed(claims("https://issuer.example.invalid", "stranger", Duration.ofMinutes(5)), key);
    }

    String withoutSubject() {
        return signed(claims(uri, null, Duration.ofMinutes(5)), key);
    }

    String unsigned() {
        return new PlainJWT(claims(uri, "nobody", Duration.ofMinutes(5))).serialize();
    }

    /** The public key used as an HMAC secret, which a verifier that trusts the header would accept. */
    String signedWithPublicKeyAsSecret() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test-key").build(),
                    claims(uri, "confuser", Duration.ofMinutes(5)));
            token.sign(new MACSigner(key.toPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(String issuer, @Nullable String subject, Duration validFor) {
        Date now = Date.from(clock.instant().minusSeconds(600));
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .issueTime(now)
                .expirationTime(Date.from(clock.instant().plus(validFor)))
                .build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
