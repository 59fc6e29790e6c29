package cn.yiwang.localstack.home;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a log while it is written; goes on with the next file of that name when it is moved away, removed or emptied. */
public final class GrowingLog implements Closeable {

    private static final int CHUNK_BYTES = 65_536;
    /** Longer lines are cut into several. */
    private static final int LINE_BYTES = 1 << 20;

    private final Path file;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private @Nullable RandomAccessFile reader;
    private @Nullable Object key;

    public GrowingLog(Path file) {
        this.file = file;
    }

    /** Passes over all but about so many bytes at the end; the first line is whole. */
    public void skipToTail(long bytes) throws IOException {
        RandomAccessFile open = reader();
        if (open != null && open.length() > bytes) {
            open.seek(open.length() - bytes);
            open.readLine();
        }
    }

    /** Hands over the lines that have been completed since the last time. */
    public void read(Consumer<String> lines) throws IOException {
        RandomAccessFile open = reader();
        if (open == null) {
            return;
        }
        drain(open, lines);
        if (!Objects.equals(keyOf(file), key)) {
            // The last words may have come between the reading and the moving.
            drain(open, lines);
            readBegun(lines);
            close();
            RandomAccessFile next = reader();
            if (next != null) {
                drain(next, lines);
            }
        }
    }

    /** Hands over the last line when nothing has ended it. */
    public void readBegun(Consumer<String> lines) {
        if (begun.size() > 0) {
            emit(lines);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
            key = null;
        }
    }

    private void drain(RandomAccessFile open, Consumer<String> lines) throws IOException {
        if (open.length() < open.getFilePointer()) {
            open.seek(0);
        }
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = open.read(chunk); count > 0; count = open.read(chunk)) {
            for (int index = 0; index < count; index++) {
                if (chunk[index] == '\n') {
                    emit(lines);
                } else {
                    begun.write(chunk[index]);
                    if (begun.size() >= LINE_BYTES) {
                        emit(lines);
                    }
                }
            }
        }
    }

    private void emit(Consumer<String> lines) {
        String line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** Opened together with the key of the very same file; none while there is no file. */
    private @Nullable RandomAccessFile reader() throws IOException {
        while (reader == null) {
            Object before = keyOf(file);
            if (before == null) {
                return null;
            }
            try {
                reader = new RandomAccessFile(file.toFile(), "r");
            } catch (IOException e) {
                if (Files.exists(file)) {
                    throw e;
                }
                return null;
            }
            key = before;
            if (!before.equals(keyOf(file))) {
                close();
            }
        }
        return reader;
    }

    private static @Nullable Object keyOf(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
