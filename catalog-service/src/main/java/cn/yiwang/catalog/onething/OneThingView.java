package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Fee;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package as people read it, put together from the guides that bind today.
 *
 * @param complete whether every item has a guide in force; what lacks one is listed without its details
 * @param promised null where the items are promised in units that nobody can add, or where one lacks a guide
 */
record OneThingView(
        String code,
        int version,
        String name,
        @Nullable String description,
        List<Audience> audiences,
        Named body,
        List<StepView> steps,
        List<MergedMaterial> materials,
        List<FeeView> fees,
        @Nullable PromisedTime promised,
        boolean complete) {

    /** Items that are handled side by side. */
    record StepView(int order, List<ItemView> items) {}

    /** An item of a step; without a guide in force it has no version and no promise. */
    record ItemView(
            String itemCode,
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Named body,
            @Nullable Limit promised,
            @Nullable String note) {}

    /** A fee of one of the items. */
    record FeeView(String itemCode, Fee fee) {}

    static OneThingView of(String code, int version, OneThing thing, Named owner, Map<String, ItemInForce> items) {
        var ordered = thing.ordered();
        var inForce = new ArrayList<ItemInForce>();
        var promises = new ArrayList<PromisedTime.Part>();
        for (var step : ordered) {
            var item = items.get(step.itemCode());
            if (item != null) {
                inForce.add(item);
                promises.add(new PromisedTime.Part(
                        step.order(), item.guide().timeLimits().promised()));
            }
        }
        boolean complete = inForce.size() == ordered.size();
        return new OneThingView(
                code,
                version,
                thing.name(),
                thing.description(),
                thing.audiences(),
                owner,
                ordered.stream()
                        .map(OneThing.Step::order)
                        .distinct()
                        .map(order -> new StepView(
                                order,
                                ordered.stream()
                                        .filter(step -> step.order() == order)
                                        .map(step -> view(step, items.get(step.itemCode())))
                                        .toList()))
                        .toList(),
                MergedMaterial.of(inForce),
                inForce.stream()
                        .flatMap(item -> item.guide().fees().stream().map(fee -> new FeeView(item.code(), fee)))
                        .toList(),
                complete ? PromisedTime.of(promises).orElse(null) : null,
                complete);
    }

    private static ItemView view(OneThing.Step step, @Nullable ItemInForce item) {
        return item == null
                ? new ItemView(step.itemCode(), null, null, null, null, step.note())
                : new ItemView(
                        item.code(),
                        item.version(),
                        item.name(),
                        new Named(item.bodyCode(), item.bodyName()),
                        item.guide().timeLimits().promised(),
                        step.note());
    }
}
