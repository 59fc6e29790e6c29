package cn.yiwang.localservers;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;

/** A folder in which what comes packed in jars is unpacked once, also when several JVMs want it at the same time. */
final class BinaryCache {

    private final Path directory;

    BinaryCache(Path directory) {
        this.directory = directory;
    }

    /** The named folder of the cache; the maker fills an empty draft of it when it is not there yet. */
    Path folder(String name, Consumer<Path> maker) {
        var folder = directory.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        synchronized (BinaryCache.class) {
            try {
                Files.createDirectories(directory);
                try (var channel = FileChannel.open(
                                directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    if (!Files.isDirectory(folder) && lock.isValid()) {
                        var draft = directory.resolve(name + ".draft");
                        deleteTree(draft);
                        Files.createDirectories(draft);
                        maker.accept(draft);
                        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            } catch (IOException e) {
                throw new ServerFailedException("cannot unpack " + name + " into " + directory + ": " + reason(e), e);
            }
        }
        return folder;
    }

    /** Copies the wanted resources below a prefix out of the jar that holds {@code known}, one of them. */
    static void unpack(String prefix, String known, Predicate<String> wanted, Path target) {
        var url = resource(prefix + known);
        if (url == null) {
            throw new ServerFailedException("not on the class path: " + prefix + known);
        }
        try {
            if (url.openConnection() instanceof JarURLConnection connection) {
                var jar = connection.getJarFile();
                for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                    var name = entry.getName();
                    if (!entry.isDirectory()
                            && name.startsWith(prefix)
                            && wanted.test(name.substring(prefix.length()))) {
                        var file = target.resolve(name.substring(prefix.length()));
                        Files.createDirectories(ServerProcess.parentOf(file));
                        try (var content = jar.getInputStream(entry)) {
                            Files.copy(content, file);
                        }
                    }
                }
            } else {
                copyTree(ServerProcess.parentOf(Path.of(url.toURI())), target);
            }
        } catch (IOException e) {
            throw new ServerFailedException("cannot unpack " + prefix + ": " + reason(e), e);
        } catch (URISyntaxException e) {
            throw new ServerFailedException("cannot find " + prefix + ": " + e.getMessage(), e);
        }
    }

    static @Nullable URL resource(String name) {
        return BinaryCache.class.getClassLoader().getResource(name);
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
