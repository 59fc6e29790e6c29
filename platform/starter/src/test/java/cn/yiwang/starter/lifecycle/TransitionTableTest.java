package cn.yiwang.starter.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

    private enum Light {
        RED,
        GREEN,
        OUT
    }

    private sealed interface Change {
        record Timer() implements Change {}

        record Fault() implements Change {}
    }

    private static final TransitionTable<Light, Change> TABLE = TransitionTable.<Light, Change>startingIn(Light.RED)
            .from(Light.RED)
            .on(Change.Timer.class)
            .to(Light.GREEN)
            .on(Change.Fault.class)
            .to(Light.OUT)
            .from(Light.GREEN)
            .on(Change.Timer.class)
            .to(Light.RED)
            .table();

    @Test
    void an_event_leads_where_its_row_says() {
        assertThat(TABLE.next(Light.RED, new Change.Timer())).contains(Light.GREEN);
        assertThat(TABLE.next(Light.GREEN, new Change.Timer())).contains(Light.RED);
    }

    @Test
    void an_event_without_a_row_may_not_happen() {
        assertThat(TABLE.next(Light.GREEN, new Change.Fault())).isEmpty();
        assertThat(TABLE.next(Light.OUT, new Change.Timer())).isEmpty();
    }

    @Test
    void a_status_that_nothing_leaves_is_final() {
        assertThat(TABLE.isFinal(Light.OUT)).isTrue();
        assertThat(TABLE.isFinal(Light.GREEN)).isFalse();
    }

    @Test
    void the_same_row_cannot_be_written_twice() {
        var rows = TransitionTable.<Light, Change>startingIn(Light.RED)
                .from(Light.RED)
                .on(Change.Timer.class)
                .to(Light.GREEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.on(Change.Timer.class).to(Light.OUT))
                .withMessageContaining("RED");
    }

    @Test
    void the_picture_has_a_line_for_each_row() {
        assertThat(TABLE.mermaid()).isEqualTo("""
                        stateDiagram-v2
                            [*] --> RED
                            RED --> GREEN : Timer
                            RED --> OUT : Fault
                            GREEN --> RED : Timer
                            OUT --> [*]
                        """);
    }
}
