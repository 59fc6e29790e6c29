package cn.yiwang.localstack;

import cn.yiwang.localstack.home.GrowingLog;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.launcher.Platform;
import cn.yiwang.localstack.notice.LaunchException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Prints the end of the logs, and with {@code -f} goes on, also with logs that come later, until somebody ends it. */
final class LogsCommand {

    private static final long TAIL_BYTES = 16_384;
    private static final long LOOK_NANOS = 300_000_000;

    private final Platform platform;
    private final @Nullable String name;
    private final boolean follow;
    private final PrintStream out;
    private final Map<Path, GrowingLog> logs = new TreeMap<>();

    LogsCommand(Platform platform, Options options, PrintStream out) {
        this.platform = platform;
        this.name = options.arguments().isEmpty() ? null : options.arguments().getFirst();
        this.follow = options.follow();
        this.out = out;
    }

    int run() {
        try {
            for (Path file : platform.logs(name)) {
                GrowingLog log = new GrowingLog(file);
                log.skipToTail(TAIL_BYTES);
                logs.put(file, log);
            }
            print();
            while (follow && !out.checkError()) {
                LockSupport.parkNanos(LOOK_NANOS);
                platform.logs(name).forEach(file -> logs.computeIfAbsent(file, GrowingLog::new));
                print();
            }
            if (!follow) {
                finish();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the logs", e);
        }
    }

    private void print() throws IOException {
        for (Map.Entry<Path, GrowingLog> log : logs.entrySet()) {
            log.getValue().read(line -> print(log.getKey(), line));
        }
    }

    private void finish() throws IOException {
        if (logs.isEmpty()) {
            throw new LaunchException((name == null ? "nothing" : name + ", if it runs here at all,")
                    + " has logged nothing yet: ./yiwang status");
        }
        for (Map.Entry<Path, GrowingLog> log : logs.entrySet()) {
            log.getValue().readBegun(line -> print(log.getKey(), line));
            log.getValue().close();
        }
    }

    private void print(Path file, String line) {
        List<String> parts = logs.size() > 1 ? List.of(Home.keyOf(file), line) : List.of(line);
        out.println(String.join(" | ", parts));
    }
}
