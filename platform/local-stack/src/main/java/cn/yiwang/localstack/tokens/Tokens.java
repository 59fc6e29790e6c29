package cn.yiwang.localstack.tokens;

import cn.yiwang.localstack.identity.DemoClient;
import cn.yiwang.localstack.identity.DemoPerson;
import cn.yiwang.localstack.secrets.SecretKind;
import cn.yiwang.localstack.secrets.Secrets;
import java.net.URI;

/** Tokens of the demo people (authorization code with PKCE) and of systems (client credentials). */
public final class Tokens {

    private final URI issuer;
    private final Secrets secrets;

    public Tokens(URI issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
    }

    /** A fresh access token for a demo person or a system client, by name. */
    public String get(String name) {
        if (DemoPerson.logins().contains(name)) {
            return new PersonLogin(issuer).accessToken(name, secrets.password(SecretKind.PERSON, name));
        }
        if (DemoClient.ids().contains(name)) {
            return new SystemLogin(issuer).accessToken(name, secrets.password(SecretKind.CLIENT, name));
        }
        throw new TokenException("nobody is called \"%s\"; there are: %s; and the systems: %s"
                .formatted(
                        name,
                        String.join(", ", DemoPerson.logins()),
                        String.join(", ", DemoClient.ids().stream().sorted().toList())));
    }
}
