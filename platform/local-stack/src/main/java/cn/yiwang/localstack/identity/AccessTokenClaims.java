package cn.yiwang.localstack.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Puts what the platform wants to know about a caller into the token. */
@Component
final class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** RFC 9068 section 2.2: the audience of an access token is the resource, not the client. */
    private static final List<String> AUDIENCE = List.of("yiwang");

    @Override
    public void customize(JwtEncodingContext context) {
        JwtClaimsSet.Builder claims = context.getClaims();
        boolean idToken =
                OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        if (!idToken) {
            claims.audience(AUDIENCE)
                    .claim("client_id", context.getRegisteredClient().getClientId())
                    .claim("scope", String.join(" ", scopes(context)));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            claims.claim("name", context.getRegisteredClient().getClientName()).claim("subject_type", "system");
            return;
        }
        Authentication signedIn = context.getPrincipal();
        DemoPerson person = signedIn == null ? null : DemoPerson.find(signedIn.getName());
        if (person == null) {
            throw new IllegalStateException("a signed-in person is not in the list of people");
        }
        claims.claim("name", person.name());
        if (!idToken) {
            describe(person, claims);
        }
    }

    /** RFC 6749 section 3.3: a system that asks for nothing in particular gets all that is registered for it. */
    private static Set<String> scopes(JwtEncodingContext context) {
        boolean system = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        return system && context.getAuthorizedScopes().isEmpty()
                ? context.getRegisteredClient().getScopes()
                : context.getAuthorizedScopes();
    }

    private static void describe(DemoPerson person, JwtClaimsSet.Builder claims) {
        claims.claim("subject_type", person.type().claim())
                .claim("roles", person.roles())
                .claim("assurance", person.assurance());
        put(claims, "id_number", person.idNumber());
        put(claims, "organization", person.organization());
        put(claims, "organization_name", person.organizationName());
        put(claims, "department", person.department());
        put(claims, "division", person.division());
    }

    private static void put(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }
}
