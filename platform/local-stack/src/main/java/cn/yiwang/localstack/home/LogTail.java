package cn.yiwang.localstack.home;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log file of one child. */
public record LogTail(Path file) {

    private static final int TAIL_BYTES = 32_768;
    private static final long MAXIMUM_BYTES = 32L * 1024 * 1024;

    /** The last lines, oldest first; the stack traces' inner frames are left out, their causes stay. */
    public List<String> lines(int count) {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t..."))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(nothing in " + file + ")");
        }
    }

    /** Before a start: a log that has grown large makes room, the one before it is kept. */
    public void rotate() throws IOException {
        if (Files.exists(file) && Files.size(file) > MAXIMUM_BYTES) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
