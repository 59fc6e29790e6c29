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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the rows of materials, links and the like on disk until their item comes; in memory are only their positions. */
final class Spool implements Closeable {

    /** A guide's lists have some dozens of rows, and the law lets none of them fill a book. */
    static final int MOST_ROWS_OF_ITEM = 1_000;

    private static final int MOST_BYTES_OF_ITEM = 4 << 20;
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Map<String, Map<String, Positions>> positions = new HashMap<>();
    private long end;
    private long flushed;

    Spool() throws IOException {
        file = Files.createTempFile("catalog-import", ".spool");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** A row of a table of its own, and where it stood. */
    record Row(int number, JsonNode value) {}

    /** Where the rows of one item lie. */
    private static final class Positions {

        private long[] at = new long[8];
        private int count;
        private int bytes;

        boolean hasRoomFor(int length) {
            return count < MOST_ROWS_OF_ITEM && bytes + length <= MOST_BYTES_OF_ITEM;
        }

        void add(long position, int length) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
            }
            at[count++] = position;
            bytes += length;
        }
    }

    /** How many items have rows of a table. */
    int items(String table) {
        return positions.getOrDefault(table, Map.of()).size();
    }

    /** Keeps a row; returns false, and keeps it not, when its item has more than any guide has. */
    boolean add(String table, String item, int number, ObjectNode value) {
        byte[] json = TransferJson.MAPPER.writeValueAsBytes(value);
        var ofItem = positions
                .computeIfAbsent(table, name -> new HashMap<>())
                .computeIfAbsent(item, name -> new Positions());
        if (!ofItem.hasRoomFor(json.length)) {
            return false;
        }
        ofItem.add(end, json.length);
        write(ByteBuffer.allocate(8 + json.length)
                .putInt(number)
                .putInt(json.length)
                .put(json)
                .flip());
        return true;
    }

    /** The rows of an item in the order of the file. Each item is asked for once. */
    List<Row> take(String table, String item) {
        var positionsOfTable = positions.get(table);
        var found = positionsOfTable == null ? null : positionsOfTable.remove(item);
        if (found == null) {
            return List.of();
        }
        var rows = new ArrayList<Row>(found.count);
        for (int i = 0; i < found.count; i++) {
            rows.add(read(found.at[i]));
        }
        return rows;
    }

    /** The first row of each item of a table that nobody asked for. */
    List<Row> left(String table) {
        return positions.getOrDefault(table, Map.of()).values().stream()
                .filter(found -> found.count > 0)
                .map(found -> read(found.at[0]))
                .toList();
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
