package cn.yiwang.application.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory, which several instances may share: {@code ab/cd/abcd…} for contents, {@code incoming/} for what is being received. A
 * content is written aside, synced, and moved to its place in one step.
 */
final class DirectoryMaterialStore implements MaterialStore {

    private static final int HEAD = 64 * 1024;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern CONTENT_NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;
    private final Clock clock;

    DirectoryMaterialStore(Path root, Clock clock) throws IOException {
        this.root = Files.createDirectories(root);
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        this.clock = clock;
    }

    @Override
    public Incoming receive(InputStream content, long maxBytes) throws IOException {
        Path file = Files.createTempFile(incoming, "", ".part");
        try {
            return write(content, maxBytes, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Incoming write(InputStream content, long maxBytes, Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] head = new byte[0];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[HEAD];
            for (int n = content.readNBytes(buffer, 0, HEAD); n > 0; n = content.readNBytes(buffer, 0, HEAD)) {
                if (size == 0) {
                    head = Arrays.copyOf(buffer, n);
                }
                size += n;
                if (size > maxBytes) {
                    throw new ContentTooLongException(maxBytes);
                }
                digest.update(buffer, 0, n);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.force(true);
        }
        return new Part(file, digest.digest(), size, head);
    }

    @Override
    public InputStream open(byte[] sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public int sweep(Instant keptBefore, Predicate<byte[]> isReferred) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.walk(root, 3)) {
            old = files.filter(Files::isRegularFile)
                    .filter(file -> isOlder(file, keptBefore))
                    .toList();
        }
        int removed = 0;
        for (Path file : old) {
            String name = file.getFileName().toString();
            boolean unwanted = CONTENT_NAME.matcher(name).matches()
                    ? !isReferred.test(HEX.parseHex(name))
                    : file.startsWith(incoming);
            // Somebody may have kept the same content again meanwhile, which renews its date.
            if (unwanted && isOlder(file, keptBefore) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private static boolean isOlder(Path file, Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(byte[] sha256) {
        String name = HEX.formatHex(sha256);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Part implements Incoming {

        private final Path file;
        private final byte[] sha256;
        private final long size;
        private final byte[] head;

        Part(Path file, byte[] sha256, long size, byte[] head) {
            this.file = file;
            this.sha256 = sha256;
            this.size = size;
            this.head = head;
        }

        @Override
        public byte[] sha256() {
            return sha256.clone();
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public byte[] head() {
            return head.clone();
        }

        @Override
        public void keep() throws IOException {
            String name = HEX.formatHex(sha256);
            Path first = root.resolve(name.substring(0, 2));
            Path second = first.resolve(name.substring(2, 4));
            Path place = second.resolve(name);
            Files.createDirectories(second);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            try {
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException same) {
                Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            }
            sync(second);
            sync(first);
            sync(root);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
