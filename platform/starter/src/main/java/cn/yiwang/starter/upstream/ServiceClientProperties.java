package cn.yiwang.starter.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what a service asks for its own access token, for calls that no person makes.
 *
 * @param tokenUri the issuer's token endpoint
 */
@ConfigurationProperties("yiwang.security.client")
record ServiceClientProperties(
        @Nullable String id,
        @Nullable String secret,
        @Nullable URI tokenUri) {

    /** Returns the complete settings; a service that only ever passes callers' tokens on needs none. */
    Complete complete() {
        String name = id;
        String password = secret;
        URI uri = tokenUri;
        if (name == null || password == null || uri == null) {
            throw missing();
        }
        return new Complete(name, password, uri);
    }

    IllegalStateException missing() {
        return new IllegalStateException(
                "A call without a caller needs yiwang.security.client.id, .secret and .token-uri");
    }

    boolean isPresent() {
        return id != null || secret != null || tokenUri != null;
    }

    record Complete(String id, String secret, URI tokenUri) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Complete[" + id + ", " + tokenUri + "]";
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "ServiceClientProperties[" + id + ", " + tokenUri + "]";
    }
}
