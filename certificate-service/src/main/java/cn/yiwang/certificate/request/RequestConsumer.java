package cn.yiwang.certificate.request;

import cn.yiwang.certificate.certificate.IssueCertificate;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderText;
import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.Set;

/** Answers requests for certificates. What cannot be fulfilled throws, and so is parked for an operator. */
final class RequestConsumer implements EventConsumer {

    private final RequestSeal seal;
    private final IssueCertificate issue;

    RequestConsumer(RequestSeal seal, IssueCertificate issue) {
        this.seal = seal;
        this.issue = issue;
    }

    @Override
    public String name() {
        return "certificate-requests";
    }

    @Override
    public Set<String> topics() {
        return Set.of(CertificateRequested.TOPIC);
    }

    @Override
    public boolean accepts(String type) {
        return type.equals(CertificateRequested.TYPE);
    }

    @Override
    public void handle(ReceivedEvent event) {
        CertificateRequested request = event.dataAs(CertificateRequested.class);
        Holder holder = HolderText.read(seal.open(request.sealedHolder(), request.request()));
        issue.issue(request.orderFor(holder));
    }
}
