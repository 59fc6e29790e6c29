package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.item.ItemStates.Successor;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How an item stands and what became of it, for everybody; old codes keep resolving here. */
@RestController
@Tag(name = "items")
class ItemStateController {

    private final JdbcItems items;
    private final ItemStates states;
    private final GuideVersions versions;
    private final Clock clock;

    ItemStateController(JdbcItems items, ItemStates states, GuideVersions versions, Clock clock) {
        this.items = items;
        this.states = states;
        this.versions = versions;
        this.clock = clock;
    }

    @Operation(
            summary = "Whether an item is offered, why not, its versions, and the successors of an abolished one",
            description = "The ETag is what suspensions, resumptions and withdrawals want as If-Match.")
    @GetMapping(path = "/api/v1/items/{itemCode}/state", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ResponseEntity<StateView> state(@PathVariable String itemCode) {
        var item =
                items.find(itemCode).orElseThrow(() -> new ProblemException(CatalogProblem.ITEM_NOT_FOUND, itemCode));
        var revision = states.revision(item);
        if (revision == 0) {
            throw new ProblemException(CatalogProblem.ITEM_NOT_FOUND, itemCode);
        }
        var interruptions = states.all(item);
        var today = ChinaTime.today(clock);
        var status = interruptions.stream()
                .filter(interruption -> interruption.holds(today))
                .findFirst()
                .map(interruption -> interruption.kind().status())
                .orElse(ItemStatus.IN_USE);
        return ResponseEntity.ok()
                .eTag(ETags.of(revision))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(new StateView(
                        itemCode,
                        item.name(),
                        status,
                        status.coded(),
                        interruptions.stream().map(InterruptionView::of).toList(),
                        versions.history(item),
                        states.successors(item.id())));
    }

    /**
     * How an item stands today.
     *
     * @param nationalStatus 事项状态: 1 在用, 2 暂停, 3 取消
     * @param interruptions the days on which it was or will not be offered, the latest first, at most 100
     * @param versions the published versions, the latest first, at most 100
     * @param successors where the business of an abolished item goes on
     */
    record StateView(
            String itemCode,
            String name,
            ItemStatus status,
            Coded nationalStatus,
            List<InterruptionView> interruptions,
            List<VersionView> versions,
            List<Successor> successors) {}

    /** Days on which the item is not offered; {@code lastDay} is absent while nobody knows it, and for an end. */
    record InterruptionView(
            ItemStatus status, LocalDate firstDay, @Nullable LocalDate lastDay, String reason) {

        static InterruptionView of(Interruption interruption) {
            return new InterruptionView(
                    interruption.kind().status(),
                    interruption.firstDay(),
                    interruption.lastDay(),
                    interruption.reason());
        }
    }

    /** A published version and its days; a last day before the first: it never applied. */
    record VersionView(
            int version,
            GuideStatus status,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}
}
