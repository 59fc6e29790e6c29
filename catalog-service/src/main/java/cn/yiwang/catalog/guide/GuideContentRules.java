package cn.yiwang.catalog.guide;

import cn.yiwang.catalog.guide.PublishRule.Objection;
import cn.yiwang.standards.CertificateType;
import cn.yiwang.standards.MaterialCode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about everything but time. */
final class GuideContentRules {

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
        return null;
    }

    static @Nullable Objection visitsHaveAReason(ProposedVersion version) {
        var guide = version.guide();
        return (guide.visits() > 0) == (guide.visitReason() != null) ? null : Objection.at("/guide/visitReason");
    }

    static @Nullable Objection materialCodesBelongToTheItem(ProposedVersion version) {
        var materials = version.guide().materials();
        var seen = new HashSet<String>();
        for (int i = 0; i < materials.size(); i++) {
            var code = materials.get(i).code();
            if (!belongs(code, version) || !seen.add(code)) {
                return Objection.at("/guide/materials/" + i + "/code", code);
            }
        }
        return null;
    }

    private static boolean belongs(String text, ProposedVersion version) {
        if (!MaterialCode.isValid(text)) {
            return false;
        }
        var code = new MaterialCode(text);
        return code.baseCode().equals(version.item().baseCode())
                && code.itemSequence().equals(version.item().sequence());
    }

    static @Nullable Objection unconfirmedMaterialIsNotDemanded(ProposedVersion version) {
        var materials = version.guide().materials();
        for (int i = 0; i < materials.size(); i++) {
            var material = materials.get(i);
            if (!material.confirmed() && material.necessity() != Material.Necessity.OPTIONAL) {
                return Objection.at("/guide/materials/" + i + "/necessity", material.name());
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
