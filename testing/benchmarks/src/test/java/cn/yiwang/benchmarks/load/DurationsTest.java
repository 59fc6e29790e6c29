package cn.yiwang.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void percentiles_are_read_off_by_nearest_rank() {
        Durations odd = new Durations();
        Durations even = new Durations();
        for (int millis = 1; millis <= 100; millis++) {
            (millis % 2 == 0 ? even : odd).add(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        Durations all = Durations.merge(List.of(odd, even));

        assertThat(all.count()).isEqualTo(100);
        assertThat(all.percentile(50)).isEqualTo(50);
        assertThat(all.percentile(95)).isEqualTo(95);
        assertThat(all.percentile(99)).isEqualTo(99);
        assertThat(all.percentile(100)).isEqualTo(100);
    }

    @Test
    void nothing_measured_is_zero() {
        assertThat(new Durations().percentile(99)).isZero();
    }
}
