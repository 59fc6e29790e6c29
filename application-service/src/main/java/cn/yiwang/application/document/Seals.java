package cn.yiwang.application.document;

import cn.yiwang.pdf.PdfSeal;
import java.time.Instant;
import java.util.Base64;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Has documents sealed by the service that keeps the bodies' keys; only the digest of a document leaves this service. */
@Component
class Seals {

    private final SealClient client;

    Seals(SealClient client) {
        this.client = client;
    }

    /** The sealed file; fails with 503 while the keeper of the seals cannot be asked. */
    byte[] seal(Document document, byte[] pdf, Instant at) {
        String name = document.bodyName() + " " + document.kind().seal().label();
        return PdfSeal.seal(
                pdf, new PdfSeal.Statement(name, document.kind().title(), at), digest -> ask(document, digest));
    }

    private byte[] ask(Document document, byte[] digest) {
        SealClient.Wish wish = new SealClient.Wish(
                document.id(),
                document.body(),
                document.bodyName(),
                document.kind().seal().name(),
                Base64.getEncoder().encodeToString(digest));
        SecurityContext reader = SecurityContextHolder.getContext();
        try {
            // Whoever reads a document has no say in its seal: the call carries this service's own token.
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            return Base64.getDecoder().decode(client.seal(wish).signature());
        } finally {
            SecurityContextHolder.setContext(reader);
        }
    }
}
