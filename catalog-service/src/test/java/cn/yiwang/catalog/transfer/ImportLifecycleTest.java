package cn.yiwang.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportLifecycleTest {

    @Test
    void every_state_can_be_reached_and_every_event_happens() {
        var rows = ImportLifecycle.TABLE.rows();
        assertThat(Stream.concat(
                        Stream.of(ImportLifecycle.TABLE.initial()),
                        rows.stream().map(row -> row.to())))
                .containsAll(Arrays.asList(ImportState.values()));
        assertThat(rows.stream().map(row -> (Object) row.event()))
                .containsAll(Arrays.asList(ImportEvent.class.getPermittedSubclasses()));
    }

    @Test
    void what_is_over_stays_over() {
        assertThat(Arrays.stream(ImportState.values()).filter(ImportLifecycle.TABLE::isFinal))
                .containsExactlyInAnyOrder(
                        ImportState.REFUSED, ImportState.APPLIED, ImportState.STALE, ImportState.FAILED);
    }
}
