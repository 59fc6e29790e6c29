package cn.yiwang.catalog.item;

import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suspending, resuming and withdrawing items: decisions of publishers, with a reason that everybody reads. */
@RestController
@RequestMapping("/api/v1/items/{itemCode}")
@PreAuthorize("hasRole('CATALOG_PUBLISHER')")
@Tag(name = "items")
class ItemLifeController {

    private final ItemDesk desk;
    private final SuspendItem suspend;
    private final EndItem end;
    private final Clock clock;

    ItemLifeController(ItemDesk desk, SuspendItem suspend, EndItem end, Clock clock) {
        this.desk = desk;
        this.suspend = suspend;
        this.end = end;
        this.clock = clock;
    }

    @Operation(summary = "Suspends an item from today on, until a day or until it is resumed")
    @PostMapping("/suspensions")
    ResponseEntity<LifeView> suspend(
            @PathVariable String itemCode,
            @Valid @RequestBody SuspensionRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        if (request.until() != null) {
            requireAhead("/until", request.until());
        }
        return call.run(
                new SuspensionCall(request, seen.version()),
                () -> answer(
                        itemCode,
                        ItemStatus.SUSPENDED,
                        suspend.suspend(
                                desk.itemFor(itemCode, actor),
                                request.reason(),
                                request.until(),
                                actor.subject(),
                                seen.version())));
    }

    @Operation(summary = "Offers a suspended item again from today on")
    @PostMapping("/resumptions")
    ResponseEntity<LifeView> resume(
            @PathVariable String itemCode,
            @Valid @RequestBody ResumptionRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return call.run(
                new ResumptionCall(request, seen.version()),
                () -> answer(
                        itemCode,
                        ItemStatus.IN_USE,
                        suspend.resume(desk.itemFor(itemCode, actor), request.note(), seen.version())));
    }

    @Operation(summary = "Takes an item off the offer for good, from a day on")
    @PostMapping("/withdrawals")
    ResponseEntity<LifeView> withdraw(
            @PathVariable String itemCode,
            @Valid @RequestBody WithdrawalRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        requireAhead("/from", request.from());
        return call.run(
                new WithdrawalCall(request, seen.version()),
                () -> answer(
                        itemCode,
                        ItemStatus.WITHDRAWN,
                        end.withdraw(
                                desk.itemFor(itemCode, actor),
                                request.from(),
                                request.reason(),
                                actor.subject(),
                                seen.version())));
    }

    private void requireAhead(String pointer, LocalDate day) {
        DayRange.requireAhead(pointer, day, ChinaTime.today(clock));
    }

    private static ResponseEntity<LifeView> answer(String itemCode, ItemStatus status, long revision) {
        return ResponseEntity.created(URI.create("/api/v1/items/" + itemCode + "/state"))
                .eTag(ETags.of(revision))
                .body(new LifeView(itemCode, status));
    }

    /** Why, and the last day of it if that is known. */
    record SuspensionRequest(
            @NotNull @PlainText(min = 1, max = 500) String reason,
            @Nullable LocalDate until) {}

    /** What goes on record with it. */
    record ResumptionRequest(
            @PlainText(min = 1, max = 500) @Nullable String note) {}

    /** Why, and the first day on which the item is not offered any more. */
    record WithdrawalRequest(
            @NotNull @PlainText(min = 1, max = 500) String reason,
            @NotNull LocalDate from) {}

    private record SuspensionCall(SuspensionRequest request, long seenRevision) {}

    private record ResumptionCall(ResumptionRequest request, long seenRevision) {}

    private record WithdrawalCall(WithdrawalRequest request, long seenRevision) {}

    /** What was decided; the state of the item says from which day on it holds. */
    record LifeView(String itemCode, ItemStatus status) {}
}
