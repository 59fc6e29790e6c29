package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream that goes on longer than any honest file: a small archive can hold petabytes. */
class BoundedInput extends FilterInputStream {

    private final long maximum;
    private long left;

    BoundedInput(InputStream stream, long maximum) {
        super(stream);
        this.maximum = maximum;
        this.left = maximum;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFileException(Reason.FILE_EXPANDS_TOO_MUCH, null, maximum >> 20);
        }
    }
}
