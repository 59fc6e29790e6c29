package cn.yiwang.catalog.variance;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of one business item in which the bodies do not agree, or agree on something other than the standard.
 *
 * @param sequence the two digits of the business item
 * @param standard what the standard prescribes; absent where it says nothing
 * @param values what the bodies say, the most frequent first
 */
record Variance(String sequence, Aspect aspect, @Nullable String standard, List<Value> values) {

    private static final int MOST_SHOWN = 50;

    /**
     * A value and who has it.
     *
     * @param count how many bodies
     * @param bodies the first fifty of them
     */
    record Value(String value, int count, List<Where> bodies) {}

    /** Where the value is found; the reason on record justifies it. */
    record Where(String itemCode, Named body, @Nullable String reason) {}

    /** All variances among the offers, by sequence and aspect. */
    static List<Variance> among(List<Offer> offers, Map<Aspect, String> standard) {
        var bySequence =
                offers.stream().collect(Collectors.groupingBy(Offer::sequence, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<Variance>();
        bySequence.forEach((sequence, same) -> {
            for (var aspect : Aspect.values()) {
                var values = values(same, aspect);
                var prescribed = standard.get(aspect);
                var offStandard = prescribed != null
                        && values.stream().anyMatch(value -> !value.value().equals(prescribed));
                if (values.size() > 1 || offStandard) {
                    found.add(new Variance(sequence, aspect, prescribed, values));
                }
            }
        });
        return found;
    }

    private static List<Value> values(List<Offer> offers, Aspect aspect) {
        var byValue = offers.stream()
                .filter(offer -> offer.values().containsKey(aspect))
                .collect(Collectors.groupingBy(
                        offer -> offer.values().getOrDefault(aspect, ""), TreeMap::new, Collectors.toList()));
        return byValue.entrySet().stream()
                .map(entry -> new Value(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Offer::itemCode))
                                .limit(MOST_SHOWN)
                                .map(offer -> new Where(
                                        offer.itemCode(),
                                        new Named(offer.bodyCode(), offer.bodyName()),
                                        offer.reasons().get(aspect)))
                                .toList()))
                .sorted(Comparator.comparingInt(Value::count).reversed().thenComparing(Value::value))
                .toList();
    }
}
