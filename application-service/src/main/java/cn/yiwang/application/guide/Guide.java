package cn.yiwang.application.guide;

import cn.yiwang.application.lifecycle.NonAcceptance;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String CONDITION = "C";

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

    /** The text behind a requirement's code: a material's name, or the condition whose order follows the C; empty outside the guide. */
    public Optional<String> requirement(String code) {
        return code.startsWith(CONDITION)
                ? guide.conditions().stream()
                        .filter(condition -> code.equals(CONDITION + condition.order()))
                        .map(Condition::text)
                        .findFirst()
                : material(code).map(Material::name);
    }

    /** The materials without which the application is not complete. */
    public List<Material> requiredMaterials() {
        return guide.materials().stream()
                .filter(material -> material.necessity() == Necessity.REQUIRED)
                .toList();
    }

    /** Whether it can be decided on at once (即审即办; Administrative Licensing Law Art. 34). */
    public boolean decidesOnTheSpot() {
        return guide.handling() != null && guide.handling().examination() == Examination.ON_THE_SPOT;
    }

    /** Whether an application has to name the licence that it concerns. */
    public boolean concernsLicence() {
        Business business = guide.handling() == null ? null : guide.handling().business();
        return business != null && business != Business.FIRST_ISSUE;
    }

    public boolean hasMaterialsCoveredByCertificates() {
        return guide.materials().stream().anyMatch(Material::coverableByCertificate);
    }

    public boolean resultIsCertificate() {
        return guide.result().kind() == ResultKind.CERTIFICATE;
    }

    /** Where applications go first: to the item's own body, or to the lower one that reviews first. */
    public Office receiving() {
        return FirstReview.by(this).map(Office::of).orElseGet(this::deciding);
    }

    /** Who decides. */
    public Office deciding() {
        return new Office(body.code(), division.code());
    }

    /** Whether that hall takes applications in: the receiving body's own, or one within the scope of handling across regions. */
    public boolean isTakenInAt(Office hall) {
        Office receiving = receiving();
        Handling handling = guide.handling();
        return hall.equals(receiving)
                || (handling != null
                        && handling.crossRegion() != null
                        && handling.crossRegion().reaches(receiving.division(), hall.division()));
    }

    /**
     * The departments to be asked while that body is competent, each once, in the order of the guide, with all that the guide asks of
     * them. A lower body that reviews first asks nobody else, and is not asked again.
     */
    public List<ReviewPart> reviewParts(String competent) {
        String first = FirstReview.by(this).map(Coded::code).orElse(null);
        Map<String, List<Link>> byDepartment = guide.links().stream()
                .filter(link -> link.kind() == LinkKind.REVIEW)
                .filter(link -> first == null || link.department().code().equals(first) == first.equals(competent))
                .collect(Collectors.groupingBy(
                        link -> link.department().code(), LinkedHashMap::new, Collectors.toList()));
        return byDepartment.values().stream().map(ReviewPart::of).toList();
    }

    /** Whether the guide declares unified, joint or centralised handling by several bodies (Administrative Licensing Law Art. 26). */
    @JsonIgnore // no part of the pinned version: its reader would not know it
    public boolean isHandledBySeveralBodies() {
        return guide.handling() != null && guide.handling().severalBodies() != null;
    }

    /** What the guide says about a procedure beside the ordinary steps; empty when it does not name it. */
    public Optional<SpecialProcedure> specialProcedure(String kind) {
        return guide.specialProcedures().stream()
                .filter(procedure -> procedure.kind().equals(kind))
                .findFirst();
    }

    /**
     * What the guide says about applying, handling and the result.
     *
     * @param conditions what the grant depends on; empty where the guide does not say
     * @param handling how it is dealt with; absent in guides that do not say
     */
    public record Content(
            List<Audience> audiences,
            int requiredAssurance,
            List<Material> materials,
            TimeLimits timeLimits,
            List<Link> links,
            Result result,
            @Nullable List<Condition> conditions,
            @Nullable Handling handling,
            @Nullable List<SpecialProcedure> specialProcedures) {

        /** A guide that says no more than what every guide has to say. */
        public Content(
                List<Audience> audiences,
                int requiredAssurance,
                List<Material> materials,
                TimeLimits timeLimits,
                List<Link> links,
                Result result) {
            this(audiences, requiredAssurance, materials, timeLimits, links, result, null, null, null);
        }

        public Content {
            audiences = List.copyOf(audiences);
            materials = List.copyOf(materials);
            links = List.copyOf(links);
            conditions = conditions == null ? List.of() : List.copyOf(conditions);
            specialProcedures = specialProcedures == null ? List.of() : List.copyOf(specialProcedures);
        }

        @Override
        public List<Condition> conditions() {
            return Objects.requireNonNull(conditions);
        }

        @Override
        public List<SpecialProcedure> specialProcedures() {
            return Objects.requireNonNull(specialProcedures);
        }
    }

    /** Whom the item serves. */
    public enum Audience {
        PERSON,
        ORGANIZATION
    }

    /** A condition for the grant, cited by C and its order. */
    public record Condition(int order, String text) {}

    /**
     * How an item is dealt with, as far as steps depend on it; every part may be absent.
     *
     * @param business absent where the catalog does not say; nothing is demanded then
     * @param nonAcceptance the one document for both kinds of non-acceptance, where a rule of the sector says so
     */
    public record Handling(
            @Nullable CrossRegion crossRegion,
            @Nullable Examination examination,
            @Nullable SeveralBodies severalBodies,
            @Nullable Commitment commitment,
            @Nullable SingleDocument nonAcceptance,
            @Nullable Business business) {

        public Handling(
                @Nullable CrossRegion crossRegion,
                @Nullable Examination examination,
                @Nullable SeveralBodies severalBodies) {
            this(crossRegion, examination, severalBodies, null, null, null);
        }
    }

    /** What an item does with a licence; items of several kinds go over the same licence. */
    public enum Business {
        FIRST_ISSUE,
        CHANGE,
        RENEWAL,
        REISSUE,
        CANCELLATION
    }

    /** 事项审查类型. */
    public enum Examination {
        /** 即审即办. */
        ON_THE_SPOT,
        /** 前审后批: whoever reviewed does not decide. */
        REVIEW_THEN_APPROVAL
    }

    /** How several bodies deal with one case (Administrative Licensing Law Art. 26). */
    public record SeveralBodies(String mode) {}

    /**
     * A procedure beside the ordinary steps (特别程序).
     *
     * @param excluded whether its time is not counted
     */
    public record SpecialProcedure(
            String kind,
            String name,
            String basis,
            @Nullable LegalLimit expected,
            boolean excluded) {}

    /** Whether a promise may stand in for proof (告知承诺), and which. */
    public record Commitment(boolean allowed, @Nullable String scope) {}

    /** A rule of the sector that knows one document only, with its article. */
    public record SingleDocument(NonAcceptance.Document document, String basis) {}

    /**
     * What the guide asks for.
     *
     * @param freeSubmission how the applicant is spared from handing it in (免提交); null in guides that do not say
     * @param certificateType the e-certificate that stands for it, where the guide names its type
     * @param standardCode the standard material code, by which an e-certificate is found otherwise
     */
    public record Material(
            String code,
            String name,
            Necessity necessity,
            List<String> mediaTypes,
            long maxBytes,
            @Nullable FreeSubmission freeSubmission,
            @Nullable String certificateType,
            @Nullable String standardCode) {

        public Material(String code, String name, Necessity necessity, List<String> mediaTypes, long maxBytes) {
            this(code, name, necessity, mediaTypes, maxBytes, null, null, null);
        }

        public Material {
            mediaTypes = List.copyOf(mediaTypes);
        }

        /** Whether an e-certificate stands for it, if the applicant consents. */
        public boolean coverableByCertificate() {
            return freeSubmission == FreeSubmission.E_CERTIFICATE && (certificateType != null || standardCode != null);
        }
    }

    /** How the applicant is spared from handing a material in. */
    public enum FreeSubmission {
        NONE,
        E_CERTIFICATE,
        DATA_SHARING,
        COMMITMENT
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
