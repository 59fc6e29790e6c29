package cn.yiwang.localstack;

import cn.yiwang.localstack.launcher.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Prints the end of the logs, and goes on with {@code -f}. */
final class LogsCommand {

    private static final long TAIL_BYTES = 16_384;
    private static final long LOOK_NANOS = 300_000_000;

    private final List<Path> files;
    private final boolean follow;
    private final PrintStream out;
    private final Map<Path, Long> read = new HashMap<>();

    LogsCommand(Platform platform, Options options, PrintStream out) {
        this.files = platform.logs(
                options.arguments().isEmpty() ? null : options.arguments().getFirst());
        this.follow = options.follow();
        this.out = out;
    }

    int run() {
        try {
            for (Path file : files) {
                read.put(file, startOfTail(file));
                print(file);
            }
            while (follow && !out.checkError()) {
                LockSupport.parkNanos(LOOK_NANOS);
                for (Path file : files) {
                    print(file);
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the logs", e);
        }
    }

    /** At the beginning of a line. */
    private static long startOfTail(Path file) throws IOException {
        long size = Files.size(file);
        if (size <= TAIL_BYTES) {
            return 0;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(size - TAIL_BYTES);
            log.readLine();
            return log.getFilePointer();
        }
    }

    private void print(Path file) throws IOException {
        long from = read.getOrDefault(file, 0L);
        long size = Files.size(file);
        if (size < from) {
            from = 0;
        }
        if (size == from) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            byte[] bytes = new byte[(int) Math.min(size - from, 1 << 20)];
            log.readFully(bytes);
            int end = lastLineEnd(bytes);
            if (end > 0) {
                prefixed(file, new String(bytes, 0, end, StandardCharsets.UTF_8));
                read.put(file, from + end);
            }
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void prefixed(Path file, String lines) {
        String name = String.valueOf(file.getFileName()).replace(".log", "");
        String prefix = files.size() > 1 ? name + " | " : "";
        lines.lines().forEach(line -> out.println(prefix + line));
    }
}
