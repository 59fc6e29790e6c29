package cn.yiwang.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.localstack.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    Path folder;

    @Test
    void a_living_process_is_found_by_its_record() throws IOException {
        Home home = home();
        Process process = longRunning();
        try {
            Processes.pidFile(home, "sample-1").write(process.toHandle());

            assertThat(Processes.find(home, "sample-1")).map(ProcessHandle::pid).contains(process.pid());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_process_that_ended_is_not_found() throws Exception {
        Home home = home();
        Process process = longRunning();
        Processes.pidFile(home, "sample-1").write(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(Processes.find(home, "sample-1")).isEmpty();
    }

    @Test
    void another_process_with_the_same_number_is_not_taken_for_it() throws IOException {
        Home home = home();
        Path record = Processes.pidFile(home, "sample-1").path();
        Files.writeString(record, ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z\n");

        assertThat(Processes.find(home, "sample-1")).isEmpty();
    }

    @Test
    void a_damaged_record_is_no_process() throws IOException {
        Home home = home();
        Files.writeString(Processes.pidFile(home, "sample-1").path(), "half a lin");

        assertThat(Processes.find(home, "sample-1")).isEmpty();
    }

    @Test
    void a_process_that_ignores_the_polite_request_is_ended_firmly() throws Exception {
        Process stubborn =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");

        Stopping.stop(stubborn.toHandle(), Duration.ofMillis(300));

        assertThat(stubborn.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private Home home() {
        Home home = new Home(folder, folder.resolve("home"));
        home.create();
        return home;
    }

    private static Process longRunning() throws IOException {
        return new ProcessBuilder("/bin/sh", "-c", "exec sleep 600").start();
    }
}
