package cn.yiwang.application.handling;

import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hears what became of the certificates that were asked for. */
@Component
class CertificateNews implements EventConsumer {

    private static final String ISSUED = "cn.yiwang.certificate.issued.v1";
    private static final String REVOKED = "cn.yiwang.certificate.revoked.v1";

    private final RecordCertificate record;

    CertificateNews(RecordCertificate record) {
        this.record = record;
    }

    @Override
    public String name() {
        return "certificate-news";
    }

    @Override
    public Set<String> topics() {
        return Set.of("yiwang.certificate");
    }

    @Override
    public boolean accepts(String type) {
        return type.equals(ISSUED) || type.equals(REVOKED);
    }

    @Override
    public void handle(ReceivedEvent event) {
        Certificate certificate = event.dataAs(Certificate.class);
        if (event.type().equals(ISSUED)) {
            record.issued(certificate, event.sequence());
        } else {
            record.revoked(certificate, event.sequence());
        }
    }

    /** What this service keeps of a certificate. */
    record Certificate(UUID certificateId, UUID requestId, String identifier) {}
}
