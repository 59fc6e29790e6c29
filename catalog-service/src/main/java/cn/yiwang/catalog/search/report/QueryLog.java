package cn.yiwang.catalog.search.report;

import cn.yiwang.standards.calendar.ChinaTime;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts searches in memory and writes the sums every few seconds, so that a search waits for no database. What an instance counted in
 * its last seconds is lost if it is killed; the report can bear that.
 */
@Component
public class QueryLog {

    private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);

    /** Different texts between two writings; whoever types nonsense does not fill the memory or the table. */
    private static final int MOST_TEXTS = 2000;

    /** Fewer texts than this in a few seconds fill no day. */
    private static final int MANY_TEXTS = 200;

    /** Different texts of a day: what is new after that is not worth a row, what is known goes on being counted. */
    static final int MOST_TEXTS_OF_A_DAY = 100_000;

    private final JdbcSearchCounts table;
    private final Clock clock;
    private volatile LocalDate fullDay = LocalDate.MIN;
    private final AtomicReference<ConcurrentHashMap<String, SearchCounts>> counts =
            new AtomicReference<>(new ConcurrentHashMap<>());

    QueryLog(JdbcSearchCounts table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Counts a search; {@code found}: whether it found whole words. */
    public void searched(String typed, boolean found) {
        count(typed, 1, found ? 0 : 1, 0);
    }

    void clicked(String typed) {
        count(typed, 0, 0, 1);
    }

    private void count(String typed, int searches, int withoutResult, int clicks) {
        CountableQuery.of(typed).ifPresent(query -> {
            var day = ChinaTime.today(clock);
            var key = day + query;
            var present = counts.get();
            if (present.size() < MOST_TEXTS || present.containsKey(key)) {
                present.merge(key, new SearchCounts(day, query, searches, withoutResult, clicks), SearchCounts::plus);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT5S")
    @PreDestroy
    void write() {
        var full = counts.getAndSet(new ConcurrentHashMap<>());
        if (full.isEmpty()) {
            return;
        }
        // One order for all instances: nobody waits for a row whose holder waits for theirs.
        List<SearchCounts> rows = full.values().stream()
                .sorted(Comparator.comparing(SearchCounts::day).thenComparing(SearchCounts::query))
                .toList();
        try {
            keep(rows);
        } catch (RuntimeException e) {
            LOG.warn("The counts of {} searched texts were not written and are dropped", rows.size(), e);
        }
    }

    private void keep(List<SearchCounts> rows) {
        var today = ChinaTime.today(clock);
        if (rows.size() >= MANY_TEXTS && !fullDay.equals(today) && table.texts(today) >= MOST_TEXTS_OF_A_DAY) {
            fullDay = today;
        }
        if (fullDay.equals(today)) {
            table.addToKnown(rows);
        } else {
            table.add(rows);
        }
    }
}
