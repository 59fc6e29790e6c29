package cn.yiwang.localstack.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The secrets of one checkout: one line each in a file of mode 600, in a directory of mode 700.
 *
 * <p>A secret is made when it is first asked for and stays the same from then on. Processes may ask at the same time.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory;
    }

    /** Opens the directory, and creates it when it is not there. */
    public static Secrets in(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, OWNER_DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + directory, e);
        }
        return new Secrets(directory);
    }

    public Path directory() {
        return directory;
    }

    /** A password of 144 random bits, safe in URLs and shells. */
    public String password(SecretKind kind, String name) {
        return Objects.requireNonNull(
                all(kind, Set.of(name), Secrets::randomPassword).get(name));
    }

    /** The same for many names at once, in their order of spelling. */
    public Map<String, String> passwords(SecretKind kind, Set<String> names) {
        return all(kind, names, Secrets::randomPassword);
    }

    /** A key of 256 random bits, in base64. */
    public String key(String name) {
        return Objects.requireNonNull(
                all(SecretKind.KEY, Set.of(name), Secrets::randomKey).get(name));
    }

    /** A text that {@code maker} writes when there is none yet, in a file of its own. */
    public String document(String fileName, Maker maker) {
        return locked(() -> {
            Path file = directory.resolve(fileName);
            if (!Files.exists(file)) {
                write(file, maker.make());
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        });
    }

    private Map<String, String> all(SecretKind kind, Set<String> names, Maker maker) {
        return locked(() -> {
            Path file = directory.resolve(kind.fileName());
            Map<String, String> known = read(file);
            boolean complete = known.keySet().containsAll(names);
            for (String name : names) {
                if (!known.containsKey(name)) {
                    known.put(name, maker.make());
                }
            }
            if (!complete) {
                write(file, lines(known));
            }
            known.keySet().retainAll(names);
            return known;
        });
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    known.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return known;
    }

    private static String lines(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Never half a file: written beside it, then moved over it. */
    private static void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(), ".fresh-", "", PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Between the threads of one process by the monitor, between processes by the file. */
    private <T> T locked(Work<T> work) {
        synchronized (Secrets.class) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(OWNER_FILE));
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("lost the lock");
                }
                return work.run();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read or write the secrets in " + directory, e);
            }
        }
    }

    private static String randomPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(18));
    }

    private static String randomKey() {
        return Base64.getEncoder().encodeToString(random(32));
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    /** Makes a secret. */
    @FunctionalInterface
    public interface Maker {
        String make();
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
