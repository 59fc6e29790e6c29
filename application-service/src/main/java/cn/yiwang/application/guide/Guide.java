package cn.yiwang.application.guide;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item's guide, cut down to what handling an application needs. A version never changes once it is
 * published, so an application that is pinned to it is handled by the same rules to its end.
 */
public record Guide(
        String itemCode,
        int version,
        String name,
        Coded body,
        Coded division,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Content guide) {

    /** The first 31 of the 33 characters of an item code are the implementation code. */
    private static final int IMPLEMENTATION_CODE_LENGTH = 31;

    public String implementationCode() {
        return itemCode.substring(0, IMPLEMENTATION_CODE_LENGTH);
    }

    /** Whether this version is in force on that legal day; the last day counts. */
    public boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    public Optional<Material> material(String code) {
        return guide.materials().stream()
                .filter(material -> material.code().equals(code))
                .findFirst();
    }

    /** The materials without which the application is not complete. */
    public List<Material> requiredMaterials() {
        return guide.materials().stream()
                .filter(material -> material.necessity() == Necessity.REQUIRED)
                .toList();
    }

    public boolean resultIsCertificate() {
        return guide.result().kind() == ResultKind.CERTIFICATE;
    }

    /** The departments to be asked, each once, in the order of the guide, with all that the guide asks of them. */
    public List<ReviewPart> reviewParts() {
        Map<String, List<Link>> byDepartment = guide.links().stream()
                .filter(link -> link.kind() == LinkKind.REVIEW)
                .collect(Collectors.groupingBy(
                        link -> link.department().code(), LinkedHashMap::new, Collectors.toList()));
        return byDepartment.values().stream().map(ReviewPart::of).toList();
    }

    /** What the guide says about applying, handling and the result. */
    public record Content(
            List<Audience> audiences,
            int requiredAssurance,
            List<Material> materials,
            TimeLimits timeLimits,
            List<Link> links,
            Result result) {

        public Content {
            audiences = List.copyOf(audiences);
            materials = List.copyOf(materials);
            links = List.copyOf(links);
        }
    }

    /** Whom the item serves. */
    public enum Audience {
        PERSON,
        ORGANIZATION
    }

    public record Material(String code, String name, Necessity necessity, List<String> mediaTypes, long maxBytes) {

        public Material {
            mediaTypes = List.copyOf(mediaTypes);
        }
    }

    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        LATER_ALLOWED
    }

    public record TimeLimits(
            @Nullable LegalLimit acceptance,
            @Nullable LegalLimit statutory,
            @Nullable LegalLimit promised,
            @Nullable LegalLimit delivery) {}

    /**
     * A limit as the guide states it.
     *
     * @param basis the article, where it is a legal limit
     */
    public record LegalLimit(
            int amount, Unit unit, @Nullable String basis) {}

    public enum Unit {
        WORKING_DAY,
        NATURAL_DAY,
        HOUR,
        MONTH,
        YEAR
    }

    public record Link(
            int order,
            LinkKind kind,
            String name,
            Coded department,
            @Nullable LegalLimit limit) {}

    public enum LinkKind {
        ACCEPTANCE,
        REVIEW,
        DECISION,
        DELIVERY
    }

    public record Result(
            ResultKind kind,
            @Nullable String name,
            @Nullable String certificateType) {}

    public enum ResultKind {
        CERTIFICATE,
        DOCUMENT,
        NONE
    }
}
