package cn.yiwang.certificate.request;

import cn.yiwang.certificate.certificate.CannotBeIssuedException;
import cn.yiwang.starter.confidential.AesGcmCodec;
import cn.yiwang.starter.confidential.ConfidentialException;
import cn.yiwang.starter.confidential.KeyRing;
import java.util.Base64;
import java.util.UUID;

/** Opens what the sender of a request sealed, under keys that only the two of them hold. */
final class RequestSeal {

    private final AesGcmCodec codec;

    RequestSeal(AesGcmCodec codec) {
        this.codec = codec;
    }

    static RequestSeal of(RequestKeys keys) {
        KeyRing ring = KeyRing.of(keys.current(), keys.ring());
        // Nothing is looked up by these values: the index key only fills its place.
        return new RequestSeal(new AesGcmCodec(ring, keys.anyIndexKey()));
    }

    /**
     * The text inside the seal.
     *
     * @throws CannotBeIssuedException when it was not sealed for this request, was changed, or is under a key not held here
     */
    String open(String sealed, UUID requestId) {
        try {
            return codec.open(Base64.getDecoder().decode(sealed), "certificate-request:" + requestId);
        } catch (ConfidentialException | IllegalArgumentException e) {
            // Without the cause: what an operator reads is the innermost message, and "Tag mismatch" tells nobody
            // anything.
            throw new CannotBeIssuedException("The sealed part does not open: " + e.getMessage());
        }
    }
}
