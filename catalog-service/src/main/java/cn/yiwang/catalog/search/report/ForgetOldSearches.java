package cn.yiwang.catalog.search.report;

import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes counts that the report no longer needs; any number of instances may do it. */
@Component
class ForgetOldSearches {

    static final int KEPT_DAYS = 92;

    /** After a week, a text that hardly anybody searched for may only be one person's. */
    private static final int RARE_KEPT_DAYS = 7;

    private final JdbcSearchCounts table;
    private final Clock clock;

    ForgetOldSearches(JdbcSearchCounts table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void run() {
        var today = ChinaTime.today(clock);
        table.removeBefore(today.minusDays(KEPT_DAYS), today.minusDays(RARE_KEPT_DAYS), SearchReport.FEWEST);
    }
}
