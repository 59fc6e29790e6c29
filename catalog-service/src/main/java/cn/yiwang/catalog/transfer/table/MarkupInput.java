package cn.yiwang.catalog.transfer.table;

import cn.yiwang.catalog.transfer.table.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML within bounds: of the whole, and of what may follow without a new tag. A parser keeps one attribute or one text in memory, however
 * long it is.
 */
final class MarkupInput extends BoundedInput {

    private static final int LONGEST_WITHOUT_TAG = 8 << 20;

    private int withoutTag;

    MarkupInput(InputStream stream, long maximum) {
        super(stream, maximum);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            pass((byte) b);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        for (int i = offset; i < offset + n; i++) {
            pass(target[i]);
        }
        return n;
    }

    private void pass(byte b) {
        withoutTag = b == '<' ? 0 : withoutTag + 1;
        if (withoutTag > LONGEST_WITHOUT_TAG) {
            throw new UnreadableFileException(Reason.CELL_BEYOND_BOUNDS, null);
        }
    }
}
