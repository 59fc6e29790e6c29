package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.material.CertificateUse;
import cn.yiwang.application.material.CertificateUse.Snapshot;
import cn.yiwang.application.reuse.CertificateClient.Answer;
import cn.yiwang.application.reuse.CertificateClient.Usable;
import cn.yiwang.application.reuse.CertificateClient.Wish;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.ids.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks certificate-service what somebody holds, and whether it is good enough to stand for a material. */
@Component
class HeldCertificates {

    private static final Logger log = LoggerFactory.getLogger(HeldCertificates.class);
    private static final int MOST_FIELDS = 50;

    private final CertificateClient client;
    private final Clock clock;

    HeldCertificates(CertificateClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Who is asked about, for which application. */
    record Purpose(Audience kind, String code, UUID applicationId, String itemCode) {

        @Override
        public String toString() {
            return "Purpose[" + applicationId + "]";
        }
    }

    /** Never throws: whatever goes wrong is the answer that the file has to be uploaded. */
    CertificateLookup find(Guide.Material material, Purpose purpose) {
        UUID consent = Ids.next();
        Wish wish = new Wish(
                purpose.kind(),
                purpose.code(),
                material.certificateType(),
                material.certificateType() == null ? material.standardCode() : null,
                consent,
                purpose.applicationId(),
                purpose.itemCode());
        try {
            List<@Nullable Usable> items = asTheService(() -> client.find(wish)).items();
            return items == null ? new CertificateLookup.Unavailable(null) : best(items, material.code(), consent);
        } catch (RuntimeException failure) {
            log.warn("certificate-service gave no answer: {}", failure.toString());
            return new CertificateLookup.Unavailable(failure);
        }
    }

    private CertificateLookup best(List<@Nullable Usable> items, String code, UUID consent) {
        LocalDate today = ChinaTime.today(clock);
        for (Usable item : items) {
            CertificateUse use = read(item, code, consent);
            if (use == null) {
                log.warn("certificate-service answered something that is no certificate");
                return new CertificateLookup.Unavailable(null);
            }
            if (use.grade().sufficesAlone() && !today.isAfter(use.validTo())) {
                return new CertificateLookup.Found(use);
            }
        }
        return new CertificateLookup.Nothing();
    }

    /** Null when a part is missing or cannot be kept. */
    private @Nullable CertificateUse read(@Nullable Usable item, String code, UUID consent) {
        if (item == null
                || item.id() == null
                || item.identifier() == null
                || item.certificateNumber() == null
                || item.type() == null
                || item.issuer() == null
                || item.holderName() == null
                || item.issuedOn() == null
                || item.validFrom() == null
                || item.validTo() == null
                || item.fields() == null
                || item.fields().size() > MOST_FIELDS
                || item.fields().values().stream().anyMatch(Objects::isNull)
                || item.trustGrade() == null) {
            return null;
        }
        Snapshot snapshot = new Snapshot(
                item.identifier(),
                item.certificateNumber(),
                item.type().name(),
                item.issuer().name(),
                item.holderName(),
                item.issuedOn(),
                item.validFrom(),
                item.fields());
        return new CertificateUse(
                Ids.next(), code, item.id(), item.trustGrade(), item.validTo(), snapshot, consent, clock.instant());
    }

    /** The call carries this service's own token: the caller's would open nothing there, and an agent's is not the holder's. */
    private static Answer asTheService(Supplier<Answer> call) {
        SecurityContext caller = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return call.get();
        } finally {
            SecurityContextHolder.setContext(caller);
        }
    }
}
