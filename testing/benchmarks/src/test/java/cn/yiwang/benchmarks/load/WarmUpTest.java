package cn.yiwang.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp untilSteady = new WarmUp(Duration.ofSeconds(10), 8, _ -> {});

    @Test
    void it_goes_on_while_the_rate_grows() {
        assertThat(untilSteady.isDone(List.of(5.0))).isFalse();
        assertThat(untilSteady.isDone(List.of(5.0, 11.0, 12.0))).isFalse();
        assertThat(untilSteady.isDone(List.of(5.0, 11.0, 10.0, 10.5, 11.2, 12.0)))
                .isFalse();
    }

    @Test
    void it_ends_when_four_windows_in_a_row_were_hardly_better_than_the_best_before_them() {
        assertThat(untilSteady.isDone(List.of(5.0, 11.0, 11.2, 10.9, 10.0, 11.4)))
                .isTrue();
    }

    @Test
    void it_ends_after_its_last_window_whatever_the_rate_does() {
        assertThat(untilSteady.isDone(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)))
                .isTrue();
        assertThat(WarmUp.of(Duration.ofSeconds(1)).isDone(List.of(1.0))).isTrue();
    }
}
