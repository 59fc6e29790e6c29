package cn.yiwang.catalog.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** First data come in their order, and an instance that comes second waits. */
class BringInFirstDataTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void what_others_rest_on_comes_first() {
        var start = new BringInFirstData(List.of(data(30, "words", 0), data(10, "items", 0), data(20, "packages", 0)));
        start.start();
        assertThat(done).containsExactly("items", "packages", "words");
        assertThat(start.isRunning()).isTrue();
    }

    @Test
    void an_instance_waits_for_another_one_longer_than_the_database_does() {
        new BringInFirstData(List.of(data(10, "items", 3))).start();
        assertThat(done).containsExactly("items");
    }

    @Test
    void it_does_not_wait_for_ever() {
        var start = new BringInFirstData(List.of(data(10, "items", Integer.MAX_VALUE)), Duration.ofMillis(20));
        assertThatThrownBy(start::start).isInstanceOf(CannotAcquireLockException.class);
        assertThat(start.isRunning()).isFalse();
    }

    private FirstData data(int order, String name, int timesLocked) {
        return new FirstData() {
            private int locked = timesLocked;

            @Override
            public int order() {
                return order;
            }

            @Override
            public void run() {
                if (locked > 0) {
                    locked--;
                    throw new CannotAcquireLockException("Lock wait timeout exceeded");
                }
                done.add(name);
            }
        };
    }
}
