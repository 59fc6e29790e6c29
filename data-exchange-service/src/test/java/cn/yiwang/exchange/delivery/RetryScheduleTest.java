package cn.yiwang.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(25));

    @ParameterizedTest
    @CsvSource({"1, 25", "2, 100", "3, 400", "4, 1600", "5, 6400", "6, 25600", "7, 52000"})
    void each_pause_is_four_times_as_long_up_to_a_bound(int attempts, long seconds) {
        assertThat(schedule.pauseAfter(attempts)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void after_seven_retries_it_is_over() {
        assertThat(schedule.pauseAfter(8)).isEqualTo(Optional.empty());
    }
}
