package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.home.Trees;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.process.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The built jars, unpacked beside each other: a nested jar costs a JVM seconds of start-up, and a running process must
 * not lose its classes to the next build.
 */
public final class Applications {

    private static final int KEPT = 2;

    private final Home home;

    public Applications(Home home) {
        this.home = home;
    }

    /** The folder of the module's present build, unpacked if that has not happened yet. */
    public Path unpacked(String module, Progress progress) {
        Path jar = jar(module);
        String name = name(module);
        try {
            Path folder = home.cache().resolve("apps/" + name + "-" + fingerprint(jar));
            if (!Files.isDirectory(folder)) {
                progress.says("unpacking " + name);
                unpack(jar, folder);
            }
            Files.setLastModifiedTime(folder, FileTime.fromMillis(System.currentTimeMillis()));
            removeOlder(name, folder);
            return folder;
        } catch (IOException e) {
            throw new LaunchException("cannot unpack " + jar + ": " + e, e);
        }
    }

    /** The jar with the application's own classes inside an unpacked folder. */
    public static Path mainJar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new LaunchException("no jar in " + folder + ": remove that folder and try again"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar(String module) {
        Path target = home.checkout().resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new LaunchException(
                            module + " is not built: run ./mvnw -DskipTests package in " + home.checkout()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its contents, not of its age: a build that changes nothing restarts nothing. */
    public static String fingerprint(Path jar) throws IOException {
        CRC32C sum = new CRC32C();
        CRC32 second = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).forEach(entry -> {
                byte[] line = (entry.getName() + " " + entry.getCrc() + "\n").getBytes(StandardCharsets.UTF_8);
                sum.update(line);
                second.update(line);
            });
        }
        return "%08x%08x".formatted(sum.getValue(), second.getValue());
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path draft = folder.resolveSibling(
                folder.getFileName() + ".draft-" + ProcessHandle.current().pid());
        Files.createDirectories(draft);
        Process extract = new ProcessBuilder(
                        Jvm.current(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            if (extract.waitFor() != 0) {
                throw new LaunchException("cannot unpack " + jar + ": build it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while unpacking " + jar, e);
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Trees.delete(draft);
            // Another platform of this checkout unpacks the same build at the same time: its work will do.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Keeps the build before, which may still be running until it is replaced. */
    private static void removeOlder(String name, Path present) throws IOException {
        Path all = Home.parentOf(present);
        try (Stream<Path> folders = Files.list(all)) {
            List<Path> older = folders.filter(
                            folder -> folder.getFileName().toString().matches(name + "-[0-9a-f]{16}"))
                    .sorted(Comparator.comparing(Applications::age).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path folder : older) {
                Trees.delete(folder);
            }
        }
    }

    private static FileTime age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }
}
