package cn.yiwang.application.document;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What this service asks of the keeper of seals. */
@FeignClient(name = "certificate-service", contextId = "document-seals")
interface SealClient {

    @PostMapping("/api/v1/document-seals")
    Sealed seal(@RequestBody Wish wish);

    /**
     * What is to be sealed, by which body's which seal.
     *
     * @param digest the SHA-256 of what the signature covers, in base64
     */
    record Wish(UUID documentId, String body, String bodyName, String seal, String digest) {}

    /**
     * The seal.
     *
     * @param signature a detached CMS in base64
     */
    record Sealed(String signature) {}
}
