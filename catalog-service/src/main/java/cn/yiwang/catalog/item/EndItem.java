package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.VersionEnded;
import cn.yiwang.catalog.item.Interruption.Kind;
import cn.yiwang.catalog.item.ItemEvent.ItemAbolished;
import cn.yiwang.catalog.item.ItemEvent.ItemWithdrawn;
import cn.yiwang.catalog.item.ItemStates.Successor;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends items for good: withdrawn by their body, or abolished when the catalog changes above them. Their guides end on the day before;
 * versions that would have begun later never apply.
 */
@Service
public class EndItem {

    private final JdbcItems items;
    private final ItemStates states;
    private final GuideVersions versions;
    private final PublishedVersions published;
    private final CatalogEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    EndItem(
            JdbcItems items,
            ItemStates states,
            GuideVersions versions,
            PublishedVersions published,
            CatalogEvents events,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.states = states;
        this.versions = versions;
        this.published = published;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A code under which an abolished item's business goes on. */
    public record GoesOnAs(String code, String name) {}

    /** Takes the item off the offer from a day on and returns its new revision. */
    @Transactional(propagation = Propagation.MANDATORY)
    long withdraw(BusinessItem item, LocalDate from, String reason, String decidedBy, long seenRevision) {
        items.lock(item);
        var state = states.of(item);
        if (state.revision() == 0) {
            throw new ProblemException(
                    CatalogProblem.ITEM_NOT_FOUND, item.knownCode().value());
        }
        if (state.revision() != seenRevision) {
            throw new StaleVersionException();
        }
        var event = new ItemWithdrawn(item.knownCode().value(), published.numberInForce(item.id(), from), from);
        end(item, state, event, new Interruption(Kind.WITHDRAWAL, from, null, reason), decidedBy);
        events.send(item, event);
        record("withdraw-item", item, reason, from);
        return states.revision(item);
    }

    /**
     * Ends the item's code from a day on. One that was never published ends without news.
     *
     * @throws ProblemException when the item ended before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void abolish(BusinessItem item, LocalDate from, String basis, String decidedBy, List<GoesOnAs> successors) {
        items.lock(item);
        var state = states.of(item);
        var event = new ItemAbolished(
                item.knownCode().value(),
                published.numberInForce(item.id(), from),
                from,
                successors.stream().map(GoesOnAs::code).toList());
        end(item, state, event, new Interruption(Kind.ABOLITION, from, null, basis), decidedBy);
        states.enterSuccessors(
                item,
                successors.stream()
                        .map(successor -> new Successor(successor.code(), successor.name()))
                        .toList());
        if (state.revision() > 0) {
            events.send(item, event);
        }
        record("abolish-item", item, basis, from);
    }

    private void end(
            BusinessItem item, ItemStates.State state, ItemEvent event, Interruption ending, String decidedBy) {
        if (ItemLifecycle.TABLE.next(state.status(), event).isEmpty()) {
            throw new ProblemException(
                    CatalogProblem.ITEM_STATUS_FORBIDS, state.status().coded().label());
        }
        var lastDay = ending.firstDay().minusDays(1);
        states.endSuspension(item, lastDay);
        states.enter(item, ending, decidedBy);
        var today = ChinaTime.today(clock);
        for (var version : versions.published(item)) {
            var to = version.effectiveTo();
            if (to != null && !to.isAfter(lastDay)) {
                continue;
            }
            var from = version.effectiveFrom();
            var neverApplies = from != null && from.isAfter(lastDay);
            var status = lastDay.isBefore(today) || neverApplies ? ended(version) : version.status();
            versions.end(version, status, lastDay);
        }
    }

    private static GuideStatus ended(GuideVersion version) {
        return GuideLifecycle.after(version.status(), VersionEnded.class)
                .orElseThrow(() -> new IllegalStateException(version.status() + " cannot end"));
    }

    private void record(String action, BusinessItem item, String ground, LocalDate from) {
        audit.record(new AuditEntry(
                action, "business-item", item.publicId().toString(), ground, Map.of("from", from.toString())));
    }
}
