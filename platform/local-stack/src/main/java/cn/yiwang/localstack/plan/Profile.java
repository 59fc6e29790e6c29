package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.notice.LaunchException;
import java.util.List;
import java.util.Locale;

/** How the JVMs are tuned. */
public enum Profile {
    /** Small and quick to start, for one developer's machine. */
    LOCAL(1, 64),
    /** As in production: both compilers, the default collector, more memory. */
    BENCH(2, 512);

    private final int heapFactor;
    private final int bufferPoolMegabytes;

    Profile(int heapFactor, int bufferPoolMegabytes) {
        this.heapFactor = heapFactor;
        this.bufferPoolMegabytes = bufferPoolMegabytes;
    }

    public List<String> flags() {
        return switch (this) {
            case LOCAL -> List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");
            case BENCH -> List.of("-XX:+UseG1GC");
        };
    }

    public int heapMegabytes(Part part) {
        return part.heapMegabytes() * heapFactor;
    }

    public int bufferPoolMegabytes() {
        return bufferPoolMegabytes;
    }

    public static Profile named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LaunchException("--profile is local or bench, not \"" + name + "\"", e);
        }
    }
}
