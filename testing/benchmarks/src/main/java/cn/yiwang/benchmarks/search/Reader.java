package cn.yiwang.benchmarks.search;

import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.HttpLine;
import cn.yiwang.benchmarks.load.Notes;
import cn.yiwang.benchmarks.load.Paced;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client that asks for one path after the other, on the common beat if there is one. */
final class Reader implements ClosedLoop.Work {

    private final HttpLine line;
    private final Supplier<String> paths;
    private final @Nullable Paced beat;

    Reader(URI address, Supplier<String> paths, @Nullable Paced beat) {
        this.line = new HttpLine(address);
        this.paths = paths;
        this.beat = beat;
    }

    @Override
    public void once(Notes notes) throws IOException {
        if (beat != null) {
            beat.await();
        }
        String path = paths.get();
        long begun = System.nanoTime();
        line.send("GET", path, "", null).orFail("GET " + path);
        notes.call("get", System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
