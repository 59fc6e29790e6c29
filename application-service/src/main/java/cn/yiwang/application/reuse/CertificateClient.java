package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.material.TrustGrade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The one question that this service asks certificate-service, under the starter's time-out, bulkhead and circuit breaker. */
@FeignClient(name = "certificate-service")
interface CertificateClient {

    @PostMapping("/internal/certificate-uses")
    Answer find(@RequestBody Wish wish);

    /** Whose certificate, of which kind, and on what consent; the text form gives nothing away. */
    record Wish(
            Audience holderKind,
            String holderCode,
            @Nullable String certificateType,
            @Nullable String standardMaterialCode,
            UUID consentReference,
            UUID applicationId,
            String itemCode) {

        @Override
        public String toString() {
            return "Wish[" + applicationId + "]";
        }
    }

    /** What came back; nothing in it is believed before each part of it was looked at. */
    record Answer(@Nullable List<@Nullable Usable> items) {}

    record Usable(
            @Nullable UUID id,
            @Nullable String identifier,
            @Nullable String certificateNumber,
            @Nullable Coded type,
            @Nullable Coded issuer,
            @Nullable String holderName,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Map<String, String> fields,
            @Nullable TrustGrade trustGrade) {}
}
