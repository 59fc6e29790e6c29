package cn.yiwang.localstack.identity;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the launcher tells the issuer.
 *
 * @param issuer the value of {@code iss}, an address that every service can reach
 * @param secretsDirectory where passwords, client secrets and the signing key are kept
 * @param redirectUris where a signed-in person may be sent back to; a loopback address matches on any port, a mobile app has a
 *     scheme of its own
 */
@ConfigurationProperties("yiwang.identity")
record IdentityProperties(
        String issuer,
        Path secretsDirectory,

        @DefaultValue({"http://127.0.0.1/callback", "cn.yiwang.app:/callback"})
        List<String> redirectUris) {}
