package cn.yiwang.catalog.item;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute for suspensions whose last day is over, and says that their items are offered again. Readers need not wait for it:
 * they go by the days. Any number of instances may look: the item's lock lets one act.
 */
@Component
class ResumeItemsInTime {

    private final DueItems due;
    private final ItemStates states;
    private final SuspendItem suspend;
    private final Clock clock;

    ResumeItemsInTime(JdbcItems items, ItemStates states, SuspendItem suspend, Clock clock) {
        this.due = new DueItems("Resuming", items::find);
        this.states = states;
        this.suspend = suspend;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void run() {
        var today = ChinaTime.today(clock);
        due.forEach(limit -> states.itemsRunningOut(today, limit), item -> suspend.resumeWhenOver(item, today));
    }
}
