package cn.yiwang.catalog.item;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for versions whose last day is over. Any number of instances may look: the item's lock lets one act. */
@Component
class SupersedeOutdatedGuides {

    private final DueItems due;
    private final GuideVersions versions;
    private final SupersedeGuide supersede;
    private final Clock clock;

    SupersedeOutdatedGuides(JdbcItems items, GuideVersions versions, SupersedeGuide supersede, Clock clock) {
        this.due = new DueItems("Superseding the outdated guide", items::find);
        this.versions = versions;
        this.supersede = supersede;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void run() {
        var today = ChinaTime.today(clock);
        due.forEach(limit -> versions.itemsRunningOut(today, limit), item -> supersede.supersedeOutdated(item, today));
    }
}
