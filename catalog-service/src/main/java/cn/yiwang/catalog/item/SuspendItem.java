package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.ItemEvent.ItemResumed;
import cn.yiwang.catalog.item.ItemEvent.ItemSuspended;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an item off the offer for the time being (暂停) and puts it back. */
@Service
class SuspendItem {

    private final JdbcItems items;
    private final ItemStates states;
    private final PublishedVersions versions;
    private final CatalogEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    SuspendItem(
            JdbcItems items,
            ItemStates states,
            PublishedVersions versions,
            CatalogEvents events,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.states = states;
        this.versions = versions;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Suspends the item from today on and returns its new revision. */
    @Transactional(propagation = Propagation.MANDATORY)
    long suspend(BusinessItem item, String reason, @Nullable LocalDate until, String decidedBy, long seenRevision) {
        var today = ChinaTime.today(clock);
        var event = new ItemSuspended(item.knownCode().value(), versions.numberInForce(item.id(), today), today, until);
        permitted(item, event, seenRevision);
        states.enter(item, new Interruption(Interruption.Kind.SUSPENSION, today, until, reason), decidedBy);
        events.send(item, event);
        record("suspend-item", item, reason, until == null ? Map.of() : Map.of("until", until.toString()));
        return states.revision(item);
    }

    /** Offers the item again from today on and returns its new revision. */
    @Transactional(propagation = Propagation.MANDATORY)
    long resume(BusinessItem item, @Nullable String note, long seenRevision) {
        var today = ChinaTime.today(clock);
        var event = new ItemResumed(item.knownCode().value(), versions.numberInForce(item.id(), today), today);
        permitted(item, event, seenRevision);
        resume(item, event, today.minusDays(1));
        record("resume-item", item, note, Map.of());
        return states.revision(item);
    }

    /** Offers the item again when the last day of its suspension is over; nothing happens when somebody else was faster. */
    @Transactional
    void resumeWhenOver(BusinessItem item, LocalDate today) {
        items.lock(item);
        states.lastDayOfSuspension(item).filter(day -> day.isBefore(today)).ifPresent(lastDay -> {
            var from = lastDay.plusDays(1);
            resume(
                    item,
                    new ItemResumed(item.knownCode().value(), versions.numberInForce(item.id(), from), from),
                    lastDay);
            record("resume-item", item, null, Map.of("from", from.toString()));
        });
    }

    private void resume(BusinessItem item, ItemResumed event, LocalDate lastDay) {
        states.endSuspension(item, lastDay);
        states.setStatus(item, ItemStatus.IN_USE);
        events.send(item, event);
    }

    private void permitted(BusinessItem item, ItemEvent event, long seenRevision) {
        items.lock(item);
        var state = states.of(item);
        if (state.revision() == 0) {
            throw new ProblemException(
                    CatalogProblem.ITEM_NOT_FOUND, item.knownCode().value());
        }
        if (state.revision() != seenRevision) {
            throw new StaleVersionException();
        }
        if (ItemLifecycle.TABLE.next(state.status(), event).isEmpty()) {
            throw new ProblemException(
                    CatalogProblem.ITEM_STATUS_FORBIDS, state.status().coded().label());
        }
    }

    private void record(String action, BusinessItem item, @Nullable String ground, Map<String, ?> details) {
        audit.record(new AuditEntry(action, "business-item", item.publicId().toString(), ground, details));
    }
}
