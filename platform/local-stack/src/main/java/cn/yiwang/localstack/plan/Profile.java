package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.notice.LaunchException;
import java.util.List;
import java.util.Locale;

/** How the JVMs are tuned. */
public enum Profile {
    /** Small and quick to start, for one developer's machine. */
    LOCAL(1, 64, 64),
    /** As in production: both compilers, the collector with the least overhead, more memory. */
    BENCH(2, 512, 512);

    private final int heapFactor;
    private final int bufferPoolMegabytes;
    private final int redoLogMegabytes;

    Profile(int heapFactor, int bufferPoolMegabytes, int redoLogMegabytes) {
        this.heapFactor = heapFactor;
        this.bufferPoolMegabytes = bufferPoolMegabytes;
        this.redoLogMegabytes = redoLogMegabytes;
    }

    public List<String> flags() {
        return switch (this) {
            case LOCAL -> List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");
            case BENCH -> List.of("-XX:+UseParallelGC");
        };
    }

    /** For the broker, whose collector is chosen where it is started. */
    public List<String> brokerFlags() {
        return switch (this) {
            case LOCAL -> List.of("-XX:TieredStopAtLevel=1");
            case BENCH -> List.of();
        };
    }

    public int heapMegabytes(Part part) {
        return part.heapMegabytes() * heapFactor;
    }

    public int bufferPoolMegabytes() {
        return bufferPoolMegabytes;
    }

    /** A log that is full makes the database write out pages that are about to change again. */
    public int redoLogMegabytes() {
        return redoLogMegabytes;
    }

    public static Profile named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LaunchException("--profile is local or bench, not \"" + name + "\"", e);
        }
    }
}
