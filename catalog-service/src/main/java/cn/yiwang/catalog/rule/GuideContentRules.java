package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.guide.Result;
import cn.yiwang.standards.CertificateType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about steps, conditions, questions, the result and the day. */
final class GuideContentRules {

    private static final int LINKS_OF_A_LICENCE = 5;

    private GuideContentRules() {}

    static @Nullable Objection processIsComplete(ProposedVersion version) {
        var links = version.guide().links().stream()
                .sorted(Comparator.comparingInt(ProcessLink::order))
                .toList();
        for (int i = 1; i < links.size(); i++) {
            var before = links.get(i - 1);
            var here = links.get(i);
            boolean sideBySide = here.order() == before.order();
            boolean parallelReviews = here.kind() == ProcessLink.Kind.REVIEW && before.kind() == here.kind();
            if (here.kind().compareTo(before.kind()) < 0 || (sideBySide && !parallelReviews)) {
                return Objection.at("/guide/links", here.name());
            }
        }
        return count(links, ProcessLink.Kind.ACCEPTANCE) == 1
                        && count(links, ProcessLink.Kind.DECISION) == 1
                        && count(links, ProcessLink.Kind.DELIVERY) <= 1
                ? null
                : Objection.at("/guide/links", links.getFirst().name());
    }

    private static long count(List<ProcessLink> links, ProcessLink.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).count();
    }

    static @Nullable Objection departmentsAreKnown(ProposedVersion version) {
        var links = version.guide().links();
        for (int i = 0; i < links.size(); i++) {
            var code = links.get(i).department().code();
            if (!version.knownBodies().contains(code)) {
                return Objection.at("/guide/links/" + i + "/department/code", code);
            }
        }
        var handling = version.guide().handling();
        var several = handling == null ? null : handling.severalBodies();
        for (int i = 0; several != null && i < several.others().size(); i++) {
            var code = several.others().get(i).code();
            if (!version.knownBodies().contains(code)) {
                return Objection.at("/guide/handling/severalBodies/others/" + i + "/code", code);
            }
        }
        return null;
    }

    static @Nullable Objection visitsHaveAReason(ProposedVersion version) {
        var guide = version.guide();
        return (guide.visits() > 0) == (guide.visitReason() != null) ? null : Objection.at("/guide/visitReason");
    }

    static @Nullable Objection licenceListsFiveLinks(ProposedVersion version) {
        var links = version.guide().links();
        return version.isLicence() && links.size() < LINKS_OF_A_LICENCE
                ? Objection.at("/guide/links", links.size(), LINKS_OF_A_LICENCE)
                : null;
    }

    static @Nullable Objection licenceAnswersQuestions(ProposedVersion version) {
        return version.isLicence() && version.guide().faq().isEmpty() ? Objection.at("/guide/faq") : null;
    }

    static @Nullable Objection conditionsAreNumberedOnce(ProposedVersion version) {
        var conditions = version.guide().conditions();
        var seen = new HashSet<Integer>();
        for (int i = 0; i < conditions.size(); i++) {
            int order = conditions.get(i).order();
            if (!seen.add(order)) {
                return Objection.at("/guide/conditions/" + i + "/order", order);
            }
        }
        return null;
    }

    static @Nullable Objection audiencesAreNamedOnce(ProposedVersion version) {
        var audiences = version.guide().audiences();
        return audiences.size() == new HashSet<>(audiences).size() ? null : Objection.at("/guide/audiences");
    }

    static @Nullable Objection resultIsComplete(ProposedVersion version) {
        var result = version.guide().result();
        boolean complete =
                switch (result.kind()) {
                    case CERTIFICATE ->
                        result.name() != null
                                && result.certificateType() != null
                                && CertificateType.isValid(result.certificateType());
                    case DOCUMENT -> result.name() != null && result.certificateType() == null;
                    case NONE -> result.name() == null && result.certificateType() == null;
                };
        return complete ? null : Objection.at("/guide/result");
    }

    /** A name ends in what the thing is: 证 is a certificate, 批复 or 文 a document. */
    static @Nullable Objection resultFitsItsName(ProposedVersion version) {
        var result = version.guide().result();
        var name = result.name();
        if (name == null) {
            return null;
        }
        boolean fits =
                switch (result.kind()) {
                    case CERTIFICATE -> !name.endsWith("批复") && !name.endsWith("文");
                    case DOCUMENT -> !name.endsWith("证");
                    case NONE -> true;
                };
        return fits ? null : Objection.at("/guide/result/kind", name);
    }

    static @Nullable Objection resultHasASample(ProposedVersion version) {
        var result = version.guide().result();
        return result.kind() != Result.Kind.NONE && result.sample() == null
                ? Objection.at("/guide/result/sample", String.valueOf(result.name()))
                : null;
    }

    static @Nullable Objection notRetroactive(ProposedVersion version) {
        return version.effectiveFrom().isBefore(version.today())
                ? Objection.at("/effectiveFrom", version.today().toString())
                : null;
    }

    static @Nullable Objection notBeforeItsPredecessor(ProposedVersion version) {
        var predecessor = version.predecessorFrom();
        return predecessor != null && version.effectiveFrom().isBefore(predecessor)
                ? Objection.at("/effectiveFrom", predecessor.toString())
                : null;
    }
}
