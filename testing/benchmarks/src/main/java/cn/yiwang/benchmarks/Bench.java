package cn.yiwang.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** {@code ./yiwang bench}: measures, prints, leaves nothing running. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("yiwang bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        int code = 0;
        Report report = new Report();
        Runnable print = () -> out.println(options.json() ? report.json() : report.table());
        try (Measurement measurement = new Measurement(options, checkout(), Clock.systemUTC(), err, report, print)) {
            measurement.run();
        } catch (Exception e) {
            err.println("yiwang bench: " + e.getMessage());
            e.printStackTrace(err);
            code = 1;
        }
        System.exit(code);
    }

    private static Path checkout() {
        String given = System.getenv("YIWANG_CHECKOUT");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("run this with ./yiwang bench");
        }
        return folder;
    }
}
