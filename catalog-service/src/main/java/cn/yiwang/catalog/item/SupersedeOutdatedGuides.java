package cn.yiwang.catalog.item;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for versions whose last day is over. Any number of instances may look: the item's lock lets one act. */
@Component
class SupersedeOutdatedGuides {

    private static final Logger LOG = LoggerFactory.getLogger(SupersedeOutdatedGuides.class);
    private static final int BATCH = 100;

    private final JdbcItems items;
    private final GuideVersions versions;
    private final SupersedeGuide supersede;
    private final Clock clock;

    SupersedeOutdatedGuides(JdbcItems items, GuideVersions versions, SupersedeGuide supersede, Clock clock) {
        this.items = items;
        this.versions = versions;
        this.supersede = supersede;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void run() {
        var today = ChinaTime.today(clock);
        for (var id : versions.itemsRunningOut(today, BATCH)) {
            try {
                items.find(id).ifPresent(item -> supersede.supersedeOutdated(item, today));
            } catch (RuntimeException e) {
                LOG.error(
                        "The outdated guide of business item {} could not be superseded; tried again in a minute",
                        id,
                        e);
            }
        }
    }
}
