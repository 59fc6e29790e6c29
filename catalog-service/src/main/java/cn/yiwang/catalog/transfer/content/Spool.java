package cn.yiwang.catalog.transfer.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the rows of materials, links and the like on disk until their item comes; in memory are only their positions. */
final class Spool implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<String, Map<String, long[]>> positions = new HashMap<>();
    private long end;
    private long flushed;

    Spool() throws IOException {
        file = Files.createTempFile("catalog-import", ".spool");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** A row of a table of its own, and where it stood. */
    record Row(int number, JsonNode value) {}

    void add(String table, String item, int number, ObjectNode value) {
        byte[] json = TransferJson.MAPPER.writeValueAsBytes(value);
        var positionsOfTable = positions.computeIfAbsent(table, name -> new HashMap<>());
        positionsOfTable.merge(item, new long[] {end}, Spool::joined);
        write(ByteBuffer.allocate(8 + json.length)
                .putInt(number)
                .putInt(json.length)
                .put(json)
                .flip());
    }

    /** The rows of an item in the order of the file. Each item is asked for once. */
    List<Row> take(String table, String item) {
        var positionsOfTable = positions.get(table);
        long @Nullable [] found = positionsOfTable == null ? null : positionsOfTable.remove(item);
        if (found == null) {
            return List.of();
        }
        var rows = new ArrayList<Row>(found.length);
        for (long position : found) {
            rows.add(read(position));
        }
        return rows;
    }

    /** The first row of each item of a table that nobody asked for. */
    List<Row> left(String table) {
        return positions.getOrDefault(table, Map.of()).values().stream()
                .map(found -> read(found[0]))
                .toList();
    }

    private static long[] joined(long[] before, long[] added) {
        long[] both = Arrays.copyOf(before, before.length + 1);
        both[before.length] = added[0];
        return both;
    }

    private void write(ByteBuffer row) {
        try {
            end += row.remaining();
            if (row.remaining() > buffer.remaining()) {
                flush();
            }
            if (row.remaining() <= buffer.capacity()) {
                buffer.put(row);
                return;
            }
            while (row.hasRemaining()) {
                flushed += channel.write(row, flushed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            flushed += channel.write(buffer, flushed);
        }
        buffer.clear();
    }

    private Row read(long position) {
        try {
            flush();
            var head = filled(ByteBuffer.allocate(8), position);
            int number = head.getInt();
            var json = filled(ByteBuffer.allocate(head.getInt()), position + 8);
            return new Row(number, TransferJson.MAPPER.readTree(json.array()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer filled(ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new IOException("The spool ends too early");
            }
        }
        return target.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
