package cn.yiwang.application.certificate;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Asks certificate-service for a certificate, in the transaction of the decision. */
public class CertificateRequests {

    private static final String TOPIC = "yiwang.certificate.requests";
    private static final String TYPE = "cn.yiwang.certificate.requested.v1";

    private final Outbox outbox;
    private final ConfidentialCodec seal;
    private final JsonMapper json;

    CertificateRequests(Outbox outbox, ConfidentialCodec seal, JsonMapper json) {
        this.outbox = outbox;
        this.seal = seal;
        this.json = json;
    }

    /** Sends the wish for one certificate; the same request id is the same wish. */
    public void send(
            UUID requestId, UUID applicationId, String number, Guide guide, LocalDate decidedOn, Holder holder) {
        Requested data = new Requested(
                requestId,
                applicationId,
                number,
                guide.itemCode(),
                Objects.requireNonNull(guide.guide().result().certificateType()),
                guide.body().code(),
                guide.body().name(),
                guide.division().code(),
                decidedOn,
                holder.type(),
                seal(requestId, holder));
        outbox.send(new EventDraft(TOPIC, TYPE, requestId.toString(), 1, data));
    }

    private String seal(UUID requestId, Holder holder) {
        String type = holder.type() == Audience.ORGANIZATION ? "CREDIT_CODE" : "CITIZEN_ID";
        String text = json.writeValueAsString(new Sealed(holder.name(), holder.code(), type, holder.fields()));
        return Base64.getEncoder().encodeToString(seal.seal(text, "certificate-request:" + requestId));
    }

    private record Requested(
            UUID requestId,
            UUID applicationId,
            String applicationNumber,
            String itemCode,
            String certificateType,
            String issuerCode,
            String issuerName,
            String division,
            LocalDate decidedOn,
            Audience holderKind,
            String sealed) {}

    private record Sealed(String holderName, String holderCode, String holderCodeType, Map<String, String> fields) {}
}
