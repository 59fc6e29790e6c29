package cn.yiwang.testsupport;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An access token in the making, immutable: the test issuer signs it when {@link #bearer()} is asked for. */
public final class Tokens {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Object> claims;

    private Tokens(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** A natural person who acts in their own name, identified at level 3. */
    public static Tokens person(String subject) {
        return of(subject, SubjectType.PERSON).assurance(3);
    }

    /** A person who acts for an organization, identified at level 3. */
    public static Tokens organization(String subject, String creditCode, String organizationName) {
        return of(subject, SubjectType.ORGANIZATION)
                .with("organization", creditCode)
                .with("organization_name", organizationName)
                .assurance(3);
    }

    /** An official, identified at level 4. */
    public static Tokens staff(String subject) {
        return of(subject, SubjectType.STAFF).assurance(4);
    }

    public static Tokens system(String subject, String... scopes) {
        return of(subject, SubjectType.SYSTEM).with("scope", String.join(" ", scopes));
    }

    /** What the issuer of these tokens calls itself; a service that is to believe them trusts it. */
    public static String issuer() {
        return TestIssuer.shared().uri();
    }

    /** Where the issuer's keys are. */
    public static String jwkSetUri() {
        return TestIssuer.shared().jwkSetUri();
    }

    /** The {@code Authorization} header of a persona. */
    public static String bearer(Persona persona) {
        return persona.token().bearer();
    }

    /** Makes a MockMvc request as a persona: {@code get("/api/v1/items").with(Tokens.as(AGENT))}. */
    public static RequestPostProcessor as(Persona persona) {
        return persona.token().asRequest();
    }

    public Tokens named(String name) {
        return with("name", name);
    }

    public Tokens idNumber(String idNumber) {
        return with("id_number", idNumber);
    }

    public Tokens department(String creditCode) {
        return with("department", creditCode);
    }

    public Tokens division(String code) {
        return with("division", code);
    }

    public Tokens assurance(int level) {
        return with("assurance", level);
    }

    public Tokens roles(Role... roles) {
        return with("roles", Arrays.stream(roles).map(Role::claim).toList());
    }

    /** Any claim, also a wrong one. */
    public Tokens with(String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new Tokens(changed);
    }

    /** The {@code Authorization} header: good for ten minutes from now, by the clock of the tests. */
    public String bearer() {
        return "Bearer " + TestIssuer.shared().sign(claimsFor(Duration.ZERO));
    }

    public RequestPostProcessor asRequest() {
        var header = bearer();
        return request -> {
            request.addHeader("Authorization", header);
            return request;
        };
    }

    /** The header of a token that was good until an hour ago. */
    public String expired() {
        return "Bearer "
                + TestIssuer.shared().sign(claimsFor(LIFETIME.plusHours(1).negated()));
    }

    /** The header of a token signed with somebody else's key under our issuer's name and key id. */
    public String forged() {
        return "Bearer " + TestIssuer.shared().forge(claimsFor(Duration.ZERO));
    }

    /** The header of a token that says it needs no signature. */
    public String unsigned() {
        return "Bearer " + TestIssuer.shared().leaveUnsigned(claimsFor(Duration.ZERO));
    }

    /** The header of a token that an issuer unknown to the services signed. */
    public String fromElsewhere() {
        return with("iss", "https://elsewhere.example").bearer();
    }

    private JWTClaimsSet claimsFor(Duration shift) {
        var issued = MovableClock.shared().instant().plus(shift);
        var set = new JWTClaimsSet.Builder()
                .issuer(TestIssuer.shared().uri())
                .audience(List.of("yiwang"))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(issued))
                .notBeforeTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFETIME)));
        claims.forEach(set::claim);
        return set.build();
    }

    private static Tokens of(String subject, SubjectType type) {
        return new Tokens(Map.of("sub", subject, "name", subject, "subject_type", type.claim()));
    }
}
