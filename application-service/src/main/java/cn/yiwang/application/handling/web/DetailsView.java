package cn.yiwang.application.handling.web;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.handling.Applicant;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.ApplicationDetails;
import cn.yiwang.application.handling.web.Views.DueView;
import cn.yiwang.application.handling.web.Views.Labelled;
import cn.yiwang.application.handling.web.Views.MaterialView;
import cn.yiwang.application.handling.web.Views.ReviewView;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application in full, for those who may see it. */
@Schema(name = "Application")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DetailsView(
        UUID id,
        @Nullable String number,
        Labelled status,
        Labelled publicStatus,
        ItemView item,
        Coded body,
        Coded division,
        ApplicantView applicant,
        @Nullable String summary,

        @Nullable @Schema(description = "The identifier of the certificate that it concerns")
        String licence,

        @Nullable DueView due,
        List<ReviewView> reviews,
        List<MaterialView> materials,
        @Nullable DecisionView decision,
        @Nullable CertificateView certificate,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant deliveredAt) {

    @Schema(name = "PinnedItem")
    record ItemView(String code, int version, String name) {}

    /** Revealed on purpose: whoever reads this was checked. */
    @Schema(name = "Applicant")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicantView(
            Audience type, String code, String name, Applicant.@Nullable Contact contact, Map<String, String> fields) {}

    @Schema(name = "DecisionTaken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            String outcome,
            @Nullable String reason,
            @Nullable String remedies,

            @Nullable @Schema(description = "The conditions of the guide that a refusal cites")
            List<Coded> conditions,

            @Nullable Instant decidedAt) {}

    @Schema(name = "IssuedCertificate")
    record CertificateView(
            UUID id, @Nullable String identifier, @Nullable String status) {}

    static DetailsView of(ApplicationDetails details) {
        Application application = details.application();
        Guide guide = details.guide();
        Applicant applicant = details.applicant();
        return new DetailsView(
                application.id(),
                application.number(),
                Labelled.of(application.status()),
                Labelled.of(application.status().publicStatus()),
                new ItemView(guide.itemCode(), guide.version(), guide.name()),
                guide.body(),
                guide.division(),
                new ApplicantView(
                        applicant.type(), applicant.code(), applicant.name(), applicant.contact(), applicant.fields()),
                details.summary(),
                details.licence(),
                DueView.of(application.due()),
                details.reviews().stream().map(ReviewView::of).toList(),
                details.materials().stream().map(MaterialView::of).toList(),
                decision(details),
                certificate(details.certificate()),
                details.moments().created(),
                details.moments().submitted(),
                details.moments().accepted(),
                details.moments().delivered());
    }

    private static @Nullable DecisionView decision(ApplicationDetails details) {
        ApplicationDetails.Decision decision = details.decision();
        return decision.outcome() == null
                ? null
                : new DecisionView(
                        decision.outcome(),
                        decision.reason(),
                        decision.remedies(),
                        conditions(details),
                        details.moments().decided());
    }

    private static @Nullable List<Coded> conditions(ApplicationDetails details) {
        List<String> codes = details.decision().conditions();
        return codes.isEmpty()
                ? null
                : codes.stream()
                        .map(code -> new Coded(
                                code, details.guide().requirement(code).orElse(code)))
                        .toList();
    }

    private static @Nullable CertificateView certificate(ApplicationDetails.Certificate certificate) {
        return certificate.id() == null
                ? null
                : new CertificateView(certificate.id(), certificate.identifier(), certificate.status());
    }
}
