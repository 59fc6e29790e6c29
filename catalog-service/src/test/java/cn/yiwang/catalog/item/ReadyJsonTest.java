package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadyJsonTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void guides_of_any_length_fill_no_more_than_the_bytes_there_are() {
        var ready = new ReadyJson(1000);
        for (int i = 0; i < 500; i++) {
            ready.of("guide " + i, () -> new byte[90]);
        }
        ready.of("a very long guide", () -> new byte[5000]);
        assertThat(ready.size()).isEqualTo(990);
    }

    @Test
    void what_was_asked_for_lately_stays() {
        var ready = new ReadyJson(250);
        ready.of("first", this::make);
        ready.of("second", this::make);
        ready.of("first", this::make);
        ready.of("third", this::make);
        ready.of("first", this::make);
        assertThat(made).hasValue(3);
        ready.of("second", this::make);
        assertThat(made).hasValue(4);
    }

    private byte[] make() {
        made.incrementAndGet();
        return new byte[100];
    }
}
