package cn.yiwang.exchange.signature;

import cn.yiwang.starter.identity.PublicEndpoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of our webhooks, for everybody: a JSON Web Key Set (RFC 7517, RFC 8037). */
@RestController
@Tag(name = "Webhooks", description = "推送")
class WebhookKeysController {

    private static final String PATH = "/api/v1/webhook-keys";
    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final SigningKeys keys;

    WebhookKeysController(SigningKeys keys) {
        this.keys = keys;
    }

    @Bean
    static PublicEndpoint webhookKeysArePublic() {
        return new PublicEndpoint(HttpMethod.GET, PATH);
    }

    @GetMapping(PATH)
    @Operation(summary = "The keys with which webhooks are signed")
    ResponseEntity<KeySet> keys() {
        return ResponseEntity.ok()
                .cacheControl(CACHE)
                .body(new KeySet(keys.published().stream().map(Key::of).toList()));
    }

    record KeySet(List<Key> keys) {}

    record Key(String kty, String crv, String use, String alg, String kid, String x) {

        static Key of(SigningKeys.PublicKeyBytes key) {
            String x = Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes());
            return new Key("OKP", "Ed25519", "sig", "EdDSA", key.id(), x);
        }
    }
}
