package cn.yiwang.localservers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log file of a server: where its own words about a failure are. */
record ServerLog(Path file) {

    private static final int TAIL_BYTES = 16_384;

    private static final int TAIL_LINES = 12;

    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    boolean contains(String text, long fromOffset) {
        return read(fromOffset).contains(text);
    }

    /** The last lines, one below the other, oldest first. */
    String lastLines() {
        var lines = read(Math.max(0, length() - TAIL_BYTES))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        return last.isEmpty() ? "(nothing in " + file + ")" : String.join("\n", last);
    }

    private String read(long offset) {
        if (!Files.exists(file)) {
            return "";
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(Math.min(offset, reader.length()));
            var bytes = new byte[(int) Math.min(reader.length() - reader.getFilePointer(), 8L * 1024 * 1024)];
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
