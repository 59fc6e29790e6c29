package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.Material.Necessity;
import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.catalog.law.Law;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.catalog.standard.Standard.RequiredMaterial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what the base item prescribes (同一事项、同一标准、同一编码): the same basis, no more materials, no longer limit, unless
 * the implementation has a reason on record.
 */
final class StandardRules {

    private static final String NOTHING = "—";

    private StandardRules() {}

    static List<Objection> differencesAreJustified(ProposedVersion version) {
        var prescription = version.prescription();
        if (prescription == null) {
            return List.of();
        }
        var objections = new ArrayList<Objection>();
        var standard = prescription.standard();
        if (prescription.binds(Aspect.BASIS)) {
            basis(version, standard, objections);
        }
        if (prescription.binds(Aspect.MATERIALS) && !standard.materials().isEmpty()) {
            materials(version.guide(), standard, objections);
        }
        if (prescription.binds(Aspect.STATUTORY_LIMIT)) {
            limit(version.guide(), standard.statutory(), objections);
        }
        return objections;
    }

    private static void basis(ProposedVersion version, Standard standard, List<Objection> objections) {
        var prescribed = new LinkedHashMap<String, String>();
        standard.basis()
                .forEach(basis -> prescribed.putIfAbsent(
                        identity(version, basis.title(), basis.documentNumber()), basis.title()));
        var missing = new LinkedHashMap<>(prescribed);
        var cited = version.guide().basis();
        for (int i = 0; i < cited.size(); i++) {
            var title = cited.get(i).title();
            var identity = identity(version, title, cited.get(i).documentNumber());
            missing.remove(identity);
            if (!prescribed.containsKey(identity) && !bindsEveryLicence(version, identity)) {
                objections.add(Objection.at("/guide/basis/" + i, NOTHING, title));
            }
        }
        missing.values().forEach(title -> objections.add(Objection.at("/guide/basis", title, NOTHING)));
    }

    /** The law that is meant, or what is in force in its place: a standard may be older than a revision of the law. */
    private static String identity(ProposedVersion version, String title, @Nullable String documentNumber) {
        var day = version.effectiveFrom();
        return version.laws()
                .cited(title, documentNumber, day)
                .map(law -> law.isInForce(day)
                        ? law
                        : version.laws().successorOf(law, day).orElse(law))
                .map(Law::id)
                .orElse(title.strip());
    }

    /** The licensing law binds everybody, whether a standard names it or not. */
    private static boolean bindsEveryLicence(ProposedVersion version, String identity) {
        return version.laws().find(identity).stream()
                .flatMap(law -> law.figures().stream())
                .anyMatch(figure -> figure.items().isEmpty());
    }

    private static void materials(Guide guide, Standard standard, List<Objection> objections) {
        Map<String, RequiredMaterial> prescribed = standard.materials().stream()
                .collect(Collectors.toMap(
                        material -> material.name().strip(), Function.identity(), (one, other) -> one));
        var materials = guide.materials();
        for (int i = 0; i < materials.size(); i++) {
            var material = materials.get(i);
            if (material.necessity() == Necessity.OPTIONAL) {
                continue;
            }
            var known = Optional.ofNullable(prescribed.get(material.name().strip()));
            if (known.isEmpty()) {
                objections.add(Objection.at("/guide/materials/" + i, NOTHING, material.name()));
            } else if (!known.get().required()) {
                objections.add(Objection.at(
                        "/guide/materials/" + i + "/necessity", said(material, false), said(material, true)));
            }
        }
    }

    private static String said(Material material, boolean required) {
        return material.name() + (required ? "（必要）" : "（非必要）");
    }

    private static void limit(Guide guide, Standard.@Nullable Limit prescribed, List<Objection> objections) {
        if (prescribed == null) {
            return;
        }
        var here = guide.timeLimits().statutory().duration();
        var there = new Duration(prescribed.amount(), prescribed.unit());
        if (TimeLimitRules.isLonger(here, there) || !TimeLimitRules.comparable(here, there)) {
            objections.add(Objection.at("/guide/timeLimits/statutory", said(there), said(here)));
        }
    }

    private static String said(Duration duration) {
        return duration.amount() + " " + duration.unit();
    }
}
