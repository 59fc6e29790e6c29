package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.Material.FreeSubmission;
import cn.yiwang.catalog.guide.Material.Necessity;
import cn.yiwang.standards.MaterialCode;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules about what applicants hand in. */
final class MaterialRules {

    private MaterialRules() {}

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

    static List<Objection> unconfirmedMaterialIsNotDemanded(ProposedVersion version) {
        return each(version, "necessity", material -> !material.confirmed() && isDemanded(material));
    }

    /** Standard code and certificate type are keys into the e-certificate catalogue: what has one can be had without the applicant. */
    static List<Objection> obtainableMaterialIsNotDemanded(ProposedVersion version) {
        return each(
                version,
                "freeSubmission",
                material -> isDemanded(material)
                        && (material.standardCode() != null || material.certificateType() != null)
                        && (material.freeSubmission() == null || material.freeSubmission() == FreeSubmission.NONE));
    }

    static List<Objection> freeSubmissionHasAKey(ProposedVersion version) {
        return each(
                version,
                "standardCode",
                material -> material.freeSubmission() == FreeSubmission.E_CERTIFICATE
                        && material.standardCode() == null
                        && material.certificateType() == null);
    }

    static List<Objection> applicationFormCanBeTaken(ProposedVersion version) {
        return each(
                version,
                "notes/blankForm",
                material -> material.kind() == Material.Kind.APPLICATION_FORM
                        && (material.notes() == null || material.notes().blankForm() == null));
    }

    static List<Objection> intermediaryYieldsAMaterial(ProposedVersion version) {
        var codes = version.guide().materials().stream().map(Material::code).toList();
        var services = version.guide().intermediaryServices();
        return IntStream.range(0, services.size())
                .filter(i -> services.get(i).materialCode() != null
                        && !codes.contains(services.get(i).materialCode()))
                .mapToObj(i -> Objection.at(
                        "/guide/intermediaryServices/" + i + "/materialCode",
                        services.get(i).name()))
                .toList();
    }

    private static boolean isDemanded(Material material) {
        return material.necessity() != Necessity.OPTIONAL;
    }

    private static List<Objection> each(ProposedVersion version, String field, Predicate<Material> breaks) {
        var materials = version.guide().materials();
        return IntStream.range(0, materials.size())
                .filter(i -> breaks.test(materials.get(i)))
                .mapToObj(i -> Objection.at(
                        "/guide/materials/" + i + "/" + field, materials.get(i).name()))
                .toList();
    }
}
