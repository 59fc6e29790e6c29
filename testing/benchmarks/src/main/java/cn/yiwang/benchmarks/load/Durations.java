package cn.yiwang.benchmarks.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Durations in nanoseconds, all of them: percentiles are read off, not estimated. Belongs to one thread until merged. */
public final class Durations {

    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private long[] values = new long[1024];
    private int count;

    public void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    public static Durations merge(List<Durations> parts) {
        Durations all = new Durations();
        for (Durations part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.values[i]);
            }
        }
        Arrays.sort(all.values, 0, all.count);
        return all;
    }

    public int count() {
        return count;
    }

    /** The nearest-rank percentile of merged durations in milliseconds; 0 when there are none. */
    public double percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return Math.round(values[Math.max(0, rank - 1)] / NANOS_PER_MILLI * 100) / 100.0;
    }

    /** The three percentiles that every report shows. */
    public Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("p50", percentile(50));
        summary.put("p95", percentile(95));
        summary.put("p99", percentile(99));
        return summary;
    }
}
