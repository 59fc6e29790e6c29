package cn.yiwang.localstack.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class HindrancesTest {

    @Test
    void a_full_disk_is_named_with_its_mend_however_deep_it_lies() {
        IOException full = new FileSystemException("/home/data/x", null, "No space left on device");

        assertThat(Hindrances.of(new UncheckedIOException("cannot write the plan in /home/run", full)))
                .startsWith("cannot write the plan in /home/run (")
                .endsWith("the disk is full, so make room or choose another folder with --home");
        assertThat(Hindrances.of(new LaunchException("cannot unpack gateway.jar", full)))
                .contains("cannot unpack gateway.jar", "the disk is full");
    }

    @Test
    void a_message_that_holds_its_own_mend_stays_as_it_is() {
        assertThat(Hindrances.of(new LaunchException("the platform is not up: ./yiwang up")))
                .isEqualTo("the platform is not up: ./yiwang up");
    }

    @Test
    void a_failure_without_a_message_is_named_by_its_kind() {
        assertThat(Hindrances.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
