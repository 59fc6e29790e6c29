package cn.yiwang.issuers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys of one issuer, fetched at the first token and not at start, so that a process starts while the
 * issuer is away. Keys are kept for five minutes, and for an hour more when the issuer does not answer. A key id
 * that nobody knows asks again, at most twice in 30 seconds: tokens with invented key ids cannot turn it against the issuer.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SURVIVES_OUTAGE_FOR = Duration.ofHours(1);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAXIMUM_BYTES = 256 * 1024;

    private final TrustedIssuer issuer;
    private final JsonMapper json;
    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAXIMUM_BYTES);

    private volatile @Nullable JWKSource<SecurityContext> source;

    IssuerKeys(TrustedIssuer issuer, JsonMapper json) {
        this.issuer = issuer;
        this.json = json;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return source().get(selector, context);
    }

    private JWKSource<SecurityContext> source() throws KeySourceException {
        JWKSource<SecurityContext> known = source;
        if (known != null) {
            return known;
        }
        JWKSource<SecurityContext> created = open();
        source = created;
        return created;
    }

    private JWKSource<SecurityContext> open() throws KeySourceException {
        try {
            URI uri = issuer.jwkSetUri() != null ? issuer.jwkSetUri() : discover();
            return JWKSourceBuilder.<SecurityContext>create(uri.toURL(), retriever)
                    .cache(TIME_TO_LIVE.toMillis(), REFRESH_TIMEOUT.toMillis())
                    .rateLimited(true)
                    .retrying(true)
                    .outageTolerant(SURVIVES_OUTAGE_FOR.toMillis())
                    .build();
        } catch (IOException | JacksonException | URISyntaxException | IllegalArgumentException e) {
            throw new RemoteKeySourceException("The keys of " + issuer.uri() + " cannot be found: " + e, e);
        }
    }

    /** OpenID Connect Discovery 1.0, section 4: the document must name the issuer it was asked for. */
    private URI discover() throws IOException, URISyntaxException {
        String base = issuer.uri().endsWith("/") ? issuer.uri() : issuer.uri() + "/";
        JsonNode document = json.readTree(retriever
                .retrieveResource(new URI(base + ".well-known/openid-configuration").toURL())
                .getContent());
        String named = document.path("issuer").asString("");
        if (!named.equals(issuer.uri())) {
            throw new IOException("the discovery document names another issuer, " + named);
        }
        return new URI(document.path("jwks_uri").asString(""));
    }
}
