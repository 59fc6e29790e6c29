package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a guide tells the applicant and binds the bodies to: nothing outside it may be demanded (行政许可法 30, 31). All from {@code
 * handling} on may be absent: guides that were published before the catalog knew these elements say nothing about them.
 *
 * @param requiredAssurance how strongly the applicant has to be identified, 1 to 4
 * @param fees empty: free of charge, which is the rule (行政许可法 58)
 * @param visits how often the applicant has to appear, or an officer at the applicant's place
 * @param topics the themes under which people look for it
 * @param specialProcedures what takes time outside the limit (行政许可法 45)
 * @param places where applications are received
 * @param situations questions whose answers select what of the guide applies to a case
 * @param form what the applicant fills in
 */
public record Guide(
        @NotEmpty @Size(max = 2) List<@NotNull Audience> audiences,
        @Min(1) @Max(4) int requiredAssurance,
        @NotNull @Size(max = 50) List<@NotNull @Valid LegalBasis> basis,
        @NotNull @Size(max = 100) List<@NotNull @Valid Condition> conditions,
        @NotNull @Size(max = 99) List<@NotNull @Valid Material> materials,
        @NotNull @Valid TimeLimits timeLimits,
        @NotNull @Size(max = 50) List<@NotNull @Valid Fee> fees,
        @Min(0) @Max(99) int visits,
        @PlainText(min = 1, max = 300) @Nullable String visitReason,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid ProcessLink> links,
        @NotNull @Valid Result result,
        @Valid @Nullable Handling handling,
        @Valid @Nullable Topics topics,
        @Size(max = 20) List<@NotNull @Valid SpecialProcedure> specialProcedures,
        @Size(max = 50) List<@NotNull @Valid ServicePoint> places,
        @Valid @Nullable Contacts contacts,
        @Valid @Nullable Remedies remedies,
        @Size(max = 20) List<@NotNull @Valid IntermediaryService> intermediaryServices,
        @Size(max = 50) List<@NotNull @Valid Faq> faq,

        @Size(max = 30) List<@NotNull @PlainText(min = 1, max = 500, lines = true) String> rights,

        @Size(max = 30) List<@NotNull @PlainText(min = 1, max = 500, lines = true) String> duties,

        @Size(max = 20) List<@NotNull @Valid SituationQuestion> situations,
        @Valid @Nullable ApplicationForm form) {

    public Guide {
        specialProcedures = Absent.asEmpty(specialProcedures);
        places = Absent.asEmpty(places);
        intermediaryServices = Absent.asEmpty(intermediaryServices);
        faq = Absent.asEmpty(faq);
        rights = Absent.asEmpty(rights);
        duties = Absent.asEmpty(duties);
        situations = Absent.asEmpty(situations);
    }

    /** A guide that says no more than what every guide has to say. */
    public Guide(
            List<Audience> audiences,
            int requiredAssurance,
            List<LegalBasis> basis,
            List<Condition> conditions,
            List<Material> materials,
            TimeLimits timeLimits,
            List<Fee> fees,
            int visits,
            @Nullable String visitReason,
            List<ProcessLink> links,
            Result result) {
        this(
                audiences,
                requiredAssurance,
                basis,
                conditions,
                materials,
                timeLimits,
                fees,
                visits,
                visitReason,
                links,
                result,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** Whom an item serves. */
    public enum Audience {
        PERSON,
        ORGANIZATION
    }

    /** A condition for the grant. */
    public record Condition(
            @Min(1) @Max(999) int order,

            @NotNull @PlainText(min = 1, max = 1000, lines = true)
            String text) {}

    /** A question that applicants often ask. */
    public record Faq(
            @NotNull @PlainText(min = 1, max = 300) String question,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String answer) {}

    /** The codes of all bodies that take part. */
    public Set<String> departments() {
        var codes = new LinkedHashSet<String>();
        links.forEach(link -> codes.add(link.department().code()));
        if (handling != null) {
            handling.others().forEach(other -> codes.add(other.code()));
        }
        return codes;
    }

    /** The same guide with the departments named as the register names them; unknown codes stay without a name. */
    public Guide withDepartmentNames(Map<String, String> names) {
        var named = links.stream()
                .map(link -> link.withDepartmentName(names.get(link.department().code())))
                .toList();
        return with(conditions, materials, fees, named, handling == null ? null : handling.withDepartmentNames(names));
    }

    /** The same guide with only these conditions, materials, fees and links. */
    public Guide selecting(
            List<Condition> someConditions, List<Material> someMaterials, List<Fee> someFees, List<ProcessLink> some) {
        return with(someConditions, someMaterials, someFees, some, handling);
    }

    private Guide with(
            List<Condition> someConditions,
            List<Material> someMaterials,
            List<Fee> someFees,
            List<ProcessLink> some,
            @Nullable Handling changed) {
        return new Guide(
                audiences,
                requiredAssurance,
                basis,
                someConditions,
                someMaterials,
                timeLimits,
                someFees,
                visits,
                visitReason,
                some,
                result,
                changed,
                topics,
                specialProcedures,
                places,
                contacts,
                remedies,
                intermediaryServices,
                faq,
                rights,
                duties,
                situations,
                form);
    }
}
