package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.Material.Form;
import cn.yiwang.catalog.guide.Material.Necessity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A material that is handed in once for all items that need it. Materials with the same standard code are the same, and so are those of
 * the same name and form.
 *
 * @param necessity the strictest of them: what one item cannot do without is needed
 * @param copies the most that one of the items asks for
 * @param certificateType the e-certificate that stands in for it at every item; null when one of them wants the material itself
 */
record MergedMaterial(
        String name,
        Form form,
        Necessity necessity,
        int copies,
        @Nullable String standardCode,
        @Nullable String certificateType,
        List<Need> neededBy) {

    /** One item's need of it, under the item's own code of the material. */
    record Need(String itemCode, String materialCode, Necessity necessity, int copies) {}

    private record Wanted(ItemInForce item, Material material) {}

    /** What the items ask for, in the order in which it comes up first. */
    static List<MergedMaterial> of(List<ItemInForce> items) {
        var groups = new LinkedHashMap<String, List<Wanted>>();
        for (var item : items) {
            for (var material : item.guide().materials()) {
                groups.computeIfAbsent(key(material), first -> new ArrayList<>())
                        .add(new Wanted(item, material));
            }
        }
        return groups.values().stream().map(MergedMaterial::merged).toList();
    }

    private static String key(Material material) {
        return material.standardCode() != null
                ? material.standardCode()
                : material.form() + " " + material.name().replaceAll("\\s", "");
    }

    private static MergedMaterial merged(List<Wanted> wanted) {
        var first = wanted.getFirst().material();
        return new MergedMaterial(
                first.name(),
                wanted.stream().map(one -> one.material().form()).distinct().count() == 1
                        ? first.form()
                        : Form.ORIGINAL_AND_COPY,
                strictest(wanted),
                wanted.stream().mapToInt(one -> one.material().copies()).max().orElse(0),
                first.standardCode(),
                commonCertificate(wanted),
                wanted.stream()
                        .map(one -> new Need(
                                one.item().code(),
                                one.material().code(),
                                one.material().necessity(),
                                one.material().copies()))
                        .toList());
    }

    private static Necessity strictest(List<Wanted> wanted) {
        var necessities = wanted.stream().map(one -> one.material().necessity()).collect(Collectors.toSet());
        return necessities.contains(Necessity.REQUIRED)
                ? Necessity.REQUIRED
                : necessities.contains(Necessity.LATER_ALLOWED) ? Necessity.LATER_ALLOWED : Necessity.OPTIONAL;
    }

    private static @Nullable String commonCertificate(List<Wanted> wanted) {
        var first = wanted.getFirst().material().certificateType();
        return wanted.stream().allMatch(one -> Objects.equals(one.material().certificateType(), first)) ? first : null;
    }
}
