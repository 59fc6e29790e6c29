package cn.yiwang.complaint.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.complaint.lifecycle.WorkOrderEvent.Answered;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent.Closed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void the_table_and_the_statuses_cover_each_other() {
        var mentioned = Lifecycle.TABLE.rows().stream()
                .flatMap(row -> java.util.stream.Stream.of(row.from(), row.to()))
                .collect(Collectors.toSet());
        assertThat(mentioned).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void every_event_crosses_an_edge() {
        var used =
                Lifecycle.TABLE.rows().stream().map(row -> (Object) row.event()).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder((Object[]) WorkOrderEvent.class.getPermittedSubclasses());
    }

    @Test
    void only_closed_is_the_end() {
        assertThat(Arrays.stream(Status.values()).filter(Lifecycle.TABLE::isFinal))
                .containsExactly(Status.CLOSED);
    }

    @Test
    void an_answer_alone_never_closes() {
        assertThat(Lifecycle.TABLE.next(Status.IN_HANDLING, new Answered())).contains(Status.AWAITING_CALL_BACK);
        assertThat(Lifecycle.TABLE.next(Status.IN_HANDLING, new Closed())).isEmpty();
        assertThat(Lifecycle.TABLE.next(Status.AWAITING_CALL_BACK, new Closed()))
                .isEmpty();
    }

    @Test
    void the_picture_in_the_readme_is_the_table() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("```mermaid\n" + Lifecycle.TABLE.mermaid() + "```");
    }
}
