package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an application may be made, and handed in, under a guide: exactly what the guide asks, and nothing else. */
final class SubmissionRules {

    /** Somebody who shows their certificate at a window is identified as strongly as can be. */
    static final int SEEN_IN_PERSON = 4;

    private SubmissionRules() {}

    /** Why not; each names what the applicant reads. */
    sealed interface Refusal {

        /** The item does not serve persons, or not organizations. */
        record NotForAudience(Audience applicant) implements Refusal {}

        /** The item asks for a stronger identification than the token gives. */
        record AssuranceTooLow(int required, int given) implements Refusal {}

        /** Another version of the guide is in force by now; the draft is to be looked through again. */
        record GuideSuperseded(int pinned) implements Refusal {}

        /** The item is about a licence that exists, and the application does not say which. */
        record LicenceMissing() implements Refusal {}

        /** Required materials for which no file was handed in. */
        record MaterialsMissing(List<Guide.Material> materials) implements Refusal {

            public MaterialsMissing {
                materials = List.copyOf(materials);
            }
        }
    }

    /** What stands against this applicant applying at all. */
    static List<Refusal> againstApplying(Guide guide, Audience applicant, int assurance) {
        List<Refusal> refusals = new ArrayList<>();
        if (!guide.guide().audiences().contains(applicant)) {
            refusals.add(new Refusal.NotForAudience(applicant));
        }
        if (assurance < guide.guide().requiredAssurance()) {
            refusals.add(new Refusal.AssuranceTooLow(guide.guide().requiredAssurance(), assurance));
        }
        return refusals;
    }

    /** What stands against handing it in without naming a licence. */
    static List<Refusal> againstLicence(Guide guide, @Nullable String licence) {
        return guide.concernsLicence() && licence == null ? List.of(new Refusal.LicenceMissing()) : List.of();
    }

    /** What stands against handing it in today with these materials. */
    static List<Refusal> againstSubmitting(
            Guide pinned, int versionInForce, LocalDate today, Set<String> materialCodes) {
        List<Refusal> refusals = new ArrayList<>();
        if (versionInForce != pinned.version() || !pinned.isInForce(today)) {
            refusals.add(new Refusal.GuideSuperseded(pinned.version()));
        }
        List<Guide.Material> missing = pinned.requiredMaterials().stream()
                .filter(material -> !materialCodes.contains(material.code()))
                .toList();
        if (!missing.isEmpty()) {
            refusals.add(new Refusal.MaterialsMissing(missing));
        }
        return refusals;
    }
}
