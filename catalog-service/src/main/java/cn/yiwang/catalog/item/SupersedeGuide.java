package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.ItemSuperseded;
import cn.yiwang.catalog.item.GuideEvent.VersionEnded;
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

    /** Ends the item's versions whose last day is over, for their successors or with the item; nothing happens when somebody else was faster. */
    @Transactional
    void supersedeOutdated(BusinessItem item, LocalDate today) {
        items.lock(item);
        for (var version : versions.outdated(item, today)) {
            var lastDay = version.effectiveTo();
            if (lastDay != null) {
                versions.successorOf(item, version)
                        .ifPresentOrElse(
                                successor -> supersede(item, version, successor, lastDay),
                                () -> versions.end(version, after(version, VersionEnded.class), lastDay));
            }
        }
    }

    private void supersede(BusinessItem item, GuideVersion former, int successor, LocalDate lastDay) {
        versions.end(former, after(former, ItemSuperseded.class), lastDay);
        events.send(item, new ItemSuperseded(item.knownCode().value(), former.version(), lastDay, successor));
    }

    private static GuideStatus after(GuideVersion version, Class<? extends GuideEvent> event) {
        return GuideLifecycle.after(version.status(), event)
                .orElseThrow(() -> new IllegalStateException(version.status() + " allows no " + event.getSimpleName()));
    }
}
