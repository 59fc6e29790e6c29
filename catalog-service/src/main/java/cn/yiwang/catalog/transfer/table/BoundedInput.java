package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream that goes on longer than any honest file: a small archive can hold petabytes. */
public class BoundedInput extends FilterInputStream {

    private final long maximum;
    private final Reason reason;
    private long left;

    BoundedInput(InputStream stream, long maximum) {
        this(stream, maximum, Reason.FILE_EXPANDS_TOO_MUCH);
    }

    /**
     * A stream of so many bytes at most.
     *
     * @param reason why it is stopped, told with the maximum in MiB
     */
    public BoundedInput(InputStream stream, long maximum, Reason reason) {
        super(stream);
        this.maximum = maximum;
        this.reason = reason;
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

    /** Counts anew, for a part of the stream with the same bound. */
    public void renew() {
        left = maximum;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFileException(reason, null, maximum >> 20);
        }
    }
}
