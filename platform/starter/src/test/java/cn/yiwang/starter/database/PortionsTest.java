package cn.yiwang.starter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void everything_is_handed_out_once_in_order_and_in_few_different_sizes() {
        for (int size : new int[] {0, 1, 2, 3, 31, 32, 33, 100}) {
            List<Integer> all = IntStream.range(0, size).boxed().toList();
            List<Integer> seen = new ArrayList<>();

            Portions.of(all, portion -> {
                assertThat(portion.size()).isIn(1, 2, 4, 8, 16, 32);
                seen.addAll(portion);
            });

            assertThat(seen).isEqualTo(all);
        }
    }

    @Test
    void each_row_has_its_placeholders() {
        assertThat(Portions.rows(1, 1)).isEqualTo("(?)");
        assertThat(Portions.rows(2, 3)).isEqualTo("(?, ?, ?), (?, ?, ?)");
    }
}
