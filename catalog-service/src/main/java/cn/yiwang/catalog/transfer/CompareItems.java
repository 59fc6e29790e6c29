package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.transfer.StagedItem.Action;
import cn.yiwang.catalog.transfer.content.Findings;
import cn.yiwang.catalog.transfer.content.GuideBinding;
import cn.yiwang.catalog.transfer.content.ItemHead;
import cn.yiwang.catalog.transfer.content.ProposedItem;
import cn.yiwang.catalog.transfer.content.TransferJson;
import cn.yiwang.starter.ids.Ids;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what a file wants against what the catalog has. */
@Component
class CompareItems {

    private static final String DRAFT = "DRAFT";

    private final CatalogLookup lookup;
    private final Bodies bodies;
    private final RuleAdvice advice;
    private final GuideBinding binding;

    CompareItems(CatalogLookup lookup, Bodies bodies, RuleAdvice advice, Validator validator) {
        this.lookup = lookup;
        this.bodies = bodies;
        this.advice = advice;
        this.binding = new GuideBinding(validator);
    }

    /** What the catalog has of a batch's items. */
    private record Known(
            Map<String, KnownItem> items,
            Map<String, String> baseItems,
            Set<String> ended,
            Map<String, String> bodies) {}

    /**
     * The items with what is to be done to them; those with blocking findings are left out.
     *
     * @param owner the body whose items the file may hold; null for all
     * @param entered the names of base items that the file enters, by their codes; grows from batch to batch
     */
    List<StagedItem> compare(
            Collection<ProposedItem> items, @Nullable String owner, Map<String, String> entered, Findings findings) {
        var known = known(items);
        var guides = items.stream()
                .map(item -> guide(item, known.items().get(item.head().code().value()), findings))
                .toList();
        var departments = departments(guides);
        var adviser = advice.adviser(departments.keySet(), findings);
        var staged = new ArrayList<StagedItem>(items.size());
        var guide = guides.iterator();
        for (var item : items) {
            var wanted = guide.next().wanted();
            if (mayBeApplied(item, known, owner, findings)
                    && hasOneBaseName(item, known, entered, findings)
                    && wanted != null) {
                adviseOnDepartments(item, wanted, departments, findings);
                var result = staged(item.head(), known, wanted.withDepartmentNames(departments));
                if (result.action() != Action.NONE) {
                    adviser.adviseOn(item, wanted);
                }
                staged.add(result);
            }
        }
        return staged;
    }

    private Known known(Collection<ProposedItem> items) {
        return new Known(
                lookup.items(
                        items.stream().map(item -> item.head().code().value()).toList()),
                lookup.baseItems(items.stream()
                        .map(item -> item.head().code().baseCode().value())
                        .collect(Collectors.toSet())),
                lookup.ended(items.stream()
                        .map(item -> item.head().code())
                        .flatMap(code -> Stream.of(
                                code.baseCode().value(), code.implementation().value()))
                        .collect(Collectors.toSet())),
                bodies.names(items.stream()
                        .map(item -> item.head().code().body().value())
                        .collect(Collectors.toSet())));
    }

    /** A guide that may be missing, since its JSON was none. */
    private record Wanted(@Nullable Guide wanted) {}

    private Wanted guide(ProposedItem item, @Nullable KnownItem known, Findings findings) {
        return new Wanted(binding.bind(item, kept(known), findings));
    }

    private static @Nullable Guide kept(@Nullable KnownItem known) {
        var json = known == null ? null : known.guide();
        return json == null ? null : TransferJson.stored(json);
    }

    private Map<String, String> departments(List<Wanted> guides) {
        var codes = new LinkedHashSet<String>();
        for (var guide : guides) {
            if (guide.wanted() != null) {
                codes.addAll(guide.wanted().departments());
            }
        }
        return bodies.names(codes);
    }

    private static void adviseOnDepartments(
            ProposedItem item, Guide guide, Map<String, String> names, Findings findings) {
        for (int i = 0; i < guide.links().size(); i++) {
            var code = guide.links().get(i).department().code();
            if (!names.containsKey(code)) {
                findings.advice(
                        item.places().of(List.of("links", i, "department", "code")), "department-unknown", code);
            }
        }
    }

    private static boolean mayBeApplied(ProposedItem item, Known known, @Nullable String owner, Findings findings) {
        var code = item.head().code();
        var body = code.body().value();
        var places = item.places();
        if (owner != null && !owner.equals(body)) {
            findings.blocking(places.ofHead(ItemHead.CODE), "item-of-another-body", body);
            return false;
        }
        if (!known.bodies().containsKey(body)) {
            findings.blocking(places.ofHead(ItemHead.CODE), "body-unknown", body);
            return false;
        }
        var present = known.items().get(code.value());
        return present == null ? mayBeEntered(item, known, owner, findings) : mayBeChanged(item, present, findings);
    }

    private static boolean mayBeEntered(ProposedItem item, Known known, @Nullable String owner, Findings findings) {
        var base = item.head().code().baseCode().value();
        var name = known.baseItems().get(base);
        var implementation = item.head().code().implementation().value();
        if (known.ended().contains(base) || known.ended().contains(implementation)) {
            findings.blocking(item.places().ofHead(ItemHead.CODE), "code-ended", implementation);
            return false;
        }
        if (name == null && owner != null) {
            findings.blocking(item.places().ofHead(ItemHead.BASE_CODE), "base-item-unknown", base);
            return false;
        }
        if (name == null && item.head().baseName() == null) {
            findings.blocking(item.places().ofHead(ItemHead.BASE_NAME), "base-name-required", base);
            return false;
        }
        return true;
    }

    /** A base item has one name; of two in a file nobody knows which is meant. */
    private static boolean hasOneBaseName(
            ProposedItem item, Known known, Map<String, String> entered, Findings findings) {
        var name = item.head().baseName();
        var base = item.head().code().baseCode().value();
        if (name == null) {
            return true;
        }
        var place = item.places().ofHead(ItemHead.BASE_NAME);
        var present = known.baseItems().get(base);
        if (present != null) {
            if (!present.equals(name)) {
                findings.advice(place, "base-item-has-another-name", present);
            }
            return true;
        }
        var first = entered.putIfAbsent(base, name);
        if (first != null && !first.equals(name)) {
            findings.blocking(place, "base-item-named-twice", first);
            return false;
        }
        return true;
    }

    private static boolean mayBeChanged(ProposedItem item, KnownItem present, Findings findings) {
        if (!present.name().equals(item.head().name())) {
            findings.blocking(item.places().ofHead(ItemHead.NAME), "item-has-another-name", present.name());
            return false;
        }
        if (present.ended()) {
            findings.blocking(item.places().ofHead(ItemHead.CODE), "item-ended");
            return false;
        }
        if (present.openDraft() && !DRAFT.equals(present.status())) {
            findings.blocking(item.places().ofHead(ItemHead.CODE), "draft-under-review");
            return false;
        }
        return true;
    }

    private static StagedItem staged(ItemHead head, Known known, Guide guide) {
        var seen = known.items().get(head.code().value());
        var before = kept(seen);
        if (before != null && TransferJson.saysTheSame(before, guide)) {
            return new StagedItem(Action.NONE, head, Ids.next(), seen, null);
        }
        var action = seen == null ? Action.NEW : seen.openDraft() ? Action.REWRITE : Action.OPEN;
        return new StagedItem(action, head, Ids.next(), seen, TransferJson.written(guide));
    }
}
