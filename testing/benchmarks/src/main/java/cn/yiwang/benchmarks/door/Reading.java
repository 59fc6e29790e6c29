package cn.yiwang.benchmarks.door;

import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.HttpLine;
import cn.yiwang.benchmarks.load.Notes;
import java.io.IOException;
import java.net.URI;

/** The same small GET over and over. */
final class Reading implements ClosedLoop.Work {

    private final HttpLine line;
    private final String path;
    private final String headers;

    Reading(URI address, String path, String headers) {
        this.line = new HttpLine(address);
        this.path = path;
        this.headers = headers;
    }

    @Override
    public void once(Notes notes) throws IOException {
        line.send("GET", path, headers, null).orFail("GET " + path);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
