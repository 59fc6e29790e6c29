package cn.yiwang.catalog.item;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute for suspensions whose last day is over, and says that their items are offered again. Readers need not wait for it:
 * they go by the days. Any number of instances may look: the item's lock lets one act.
 */
@Component
class ResumeItemsInTime {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeItemsInTime.class);
    private static final int BATCH = 100;

    private final JdbcItems items;
    private final ItemStates states;
    private final SuspendItem suspend;
    private final Clock clock;

    ResumeItemsInTime(JdbcItems items, ItemStates states, SuspendItem suspend, Clock clock) {
        this.items = items;
        this.states = states;
        this.suspend = suspend;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void run() {
        var today = ChinaTime.today(clock);
        for (var id : states.itemsRunningOut(today, BATCH)) {
            try {
                items.find(id).ifPresent(item -> suspend.resumeWhenOver(item, today));
            } catch (RuntimeException e) {
                LOG.error("Business item {} could not be resumed; tried again in a minute", id, e);
            }
        }
    }
}
