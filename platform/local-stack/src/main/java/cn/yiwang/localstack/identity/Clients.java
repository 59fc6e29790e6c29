package cn.yiwang.localstack.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients as the protocol wants them. */
final class Clients {

    static final String PORTAL = "portal";

    private static final TokenSettings HALF_AN_HOUR = TokenSettings.builder()
            .accessTokenTimeToLive(Duration.ofMinutes(30))
            .build();

    private Clients() {}

    /** What runs in a browser or on a phone can keep no secret, so it proves itself by PKCE (RFC 7636). */
    static RegisteredClient portal(List<String> redirectUris) {
        return RegisteredClient.withId(PORTAL)
                .clientId(PORTAL)
                .clientName("门户（示例）")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(allowed -> allowed.addAll(redirectUris))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(HALF_AN_HOUR)
                .build();
    }

    static RegisteredClient system(DemoClient client, String encodedSecret) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientSecret(encodedSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(client.scope())
                .tokenSettings(HALF_AN_HOUR)
                .build();
    }
}
