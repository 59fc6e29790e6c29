package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.ItemSuperseded;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends versions: on the spot where the successor applies at once, on its first day otherwise. */
@Service
class SupersedeGuide {

    private final JdbcItems items;
    private final GuideVersions versions;
    private final CatalogEvents events;

    SupersedeGuide(JdbcItems items, GuideVersions versions, CatalogEvents events) {
        this.items = items;
        this.versions = versions;
        this.events = events;
    }

    /**
     * Sets the last day of the version that a new one follows. A version that is replaced on its own first day keeps that day; of two
     * versions for one day the higher one counts.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveWay(BusinessItem item, GuideVersion former, int successor, LocalDate successorFrom, LocalDate today) {
        var dayBefore = successorFrom.minusDays(1);
        var firstDay = former.effectiveFrom();
        var lastDay = firstDay != null && dayBefore.isBefore(firstDay) ? firstDay : dayBefore;
        if (successorFrom.isAfter(today)) {
            versions.end(former, former.status(), lastDay);
        } else {
            supersede(item, former, successor, lastDay);
        }
    }

    /** Supersedes the item's versions whose last day is over; nothing happens when somebody else was faster. */
    @Transactional
    void supersedeOutdated(BusinessItem item, LocalDate today) {
        items.lock(item);
        for (var version : versions.outdated(item, today)) {
            var lastDay = version.effectiveTo();
            if (lastDay != null) {
                supersede(item, version, versions.successorOf(item, version), lastDay);
            }
        }
    }

    private void supersede(BusinessItem item, GuideVersion former, int successor, LocalDate lastDay) {
        var status = GuideLifecycle.after(former.status(), ItemSuperseded.class)
                .orElseThrow(() -> new IllegalStateException(former.status() + " cannot be superseded"));
        versions.end(former, status, lastDay);
        events.send(item, new ItemSuperseded(item.knownCode().value(), former.version(), lastDay, successor));
    }
}
