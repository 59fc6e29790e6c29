package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.ItemStates.Successor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Explains why an item cannot be applied for on a day. */
@Component
class WhyNotOffered {

    private final JdbcItems items;
    private final ItemStates states;
    private final PublishedVersions versions;

    WhyNotOffered(JdbcItems items, ItemStates states, PublishedVersions versions) {
        this.items = items;
        this.states = states;
        this.versions = versions;
    }

    ProblemException noneIsInForceOn(String itemCode, LocalDate day) {
        if (!versions.wasEverPublished(itemCode)) {
            return new ProblemException(CatalogProblem.ITEM_NOT_FOUND, itemCode);
        }
        return items.find(itemCode)
                .flatMap(item ->
                        states.on(item.id(), day).map(interruption -> problem(itemCode, item.id(), interruption)))
                .orElseGet(() -> new ProblemException(CatalogProblem.ITEM_VERSION_NOT_FOUND, itemCode));
    }

    private ProblemException problem(String itemCode, long item, Interruption why) {
        return switch (why.kind()) {
            case SUSPENSION ->
                new ProblemException(
                        CatalogProblem.ITEM_SUSPENDED,
                        itemCode,
                        why.firstDay().toString(),
                        why.lastDay() == null ? "-" : why.lastDay().toString(),
                        why.reason());
            case WITHDRAWAL ->
                new ProblemException(
                        CatalogProblem.ITEM_WITHDRAWN, itemCode, why.firstDay().toString(), why.reason());
            case ABOLITION -> abolished(itemCode, item, why);
        };
    }

    private ProblemException abolished(String itemCode, long item, Interruption why) {
        var successors = states.successors(item);
        return new ProblemException(
                CatalogProblem.ITEM_ABOLISHED,
                itemCode,
                why.firstDay().toString(),
                successors.isEmpty()
                        ? "-"
                        : successors.stream().map(Successor::code).collect(Collectors.joining(", ")));
    }
}
