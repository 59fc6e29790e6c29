package cn.yiwang.catalog.variance;

import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.Standard;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says what a guide or a standard says about each aspect, in a form that can be compared: lists are sorted, names are trimmed. */
final class GuideAspects {

    private GuideAspects() {}

    static Map<Aspect, String> ofGuide(String name, JsonNode guide) {
        var values = new EnumMap<Aspect, String>(Aspect.class);
        values.put(Aspect.NAME, name.strip());
        values.put(Aspect.VISITS, guide.path("visits").asString("0"));
        values.put(Aspect.STATUTORY_LIMIT, limit(guide.at("/timeLimits/statutory")));
        values.put(Aspect.PROMISED_LIMIT, limit(guide.at("/timeLimits/promised")));
        values.put(
                Aspect.MATERIALS,
                sorted(guide.path("materials")
                        .valueStream()
                        .map(material -> required(
                                material.path("name").asString(""),
                                !material.path("necessity").asString("").equals("OPTIONAL")))));
        values.put(Aspect.BASIS, sorted(guide.path("basis").valueStream().map(basis -> basis.path("title")
                .asString("")
                .strip())));
        values.put(
                Aspect.FEES,
                sorted(guide.path("fees")
                        .valueStream()
                        .map(fee -> fee.path("name").asString("") + " "
                                + fee.path("amount").asString(""))));
        return values;
    }

    /** What the standard prescribes to every business item below it; the items' own names tell first licence and renewal apart. */
    static Map<Aspect, String> ofStandard(Standard standard) {
        var values = new EnumMap<Aspect, String>(Aspect.class);
        var statutory = standard.statutory();
        if (statutory != null) {
            values.put(Aspect.STATUTORY_LIMIT, statutory.amount() + " " + statutory.unit());
        }
        values.put(Aspect.BASIS, sorted(standard.basis().stream().map(basis -> basis.title()
                .strip())));
        if (!standard.materials().isEmpty()) {
            values.put(
                    Aspect.MATERIALS,
                    sorted(standard.materials().stream()
                            .map(material -> required(material.name(), material.required()))));
        }
        return values;
    }

    private static String limit(JsonNode limit) {
        return limit.path("amount").asString("") + " " + limit.path("unit").asString("");
    }

    private static String required(String name, boolean required) {
        return name.strip() + (required ? "（必要）" : "（非必要）");
    }

    private static String sorted(Stream<String> parts) {
        return parts.sorted().distinct().collect(Collectors.joining("；"));
    }
}
