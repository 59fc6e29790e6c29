package cn.yiwang.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A real MariaDB server on 127.0.0.1, as a process of its own. */
public final class MariaDbServer implements AutoCloseable {

    private static final String ADMINISTRATOR = "local_administrator";

    /** MySQL's own default, so that what is refused in production is refused here. */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final MariaDbSettings settings;
    private final ServerProcess process;
    private final String administratorPassword;

    private MariaDbServer(MariaDbSettings settings, ServerProcess process, String administratorPassword) {
        this.settings = settings;
        this.process = process;
        this.administratorPassword = administratorPassword;
    }

    /**
     * Starts the server and waits until it takes connections. After a crash it recovers its data first.
     *
     * @throws ServerFailedException when it cannot start, with its last log lines
     */
    public static MariaDbServer start(MariaDbSettings settings) {
        var installation = MariaDbInstallation.in(settings.cacheDirectory());
        installation.prepare(settings.dataDirectory());
        var password = administratorPassword(settings.dataDirectory());
        var initFile = settings.dataDirectory().resolve("administrator.sql");
        writePrivately(initFile, """
                CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(ADMINISTRATOR, password));
        var options = new ArrayList<>(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + settings.port(),
                // Relative to the data directory: an absolute path of a deep checkout would not fit into a socket
                // address.
                "--socket=mariadb.sock",
                "--pid-file=mariadbd.pid",
                "--init-file=" + initFile,
                "--skip-log-bin",
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--sql-mode=" + SQL_MODE,
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M",
                "--max-allowed-packet=16M",
                "--max-connections=400"));
        options.addAll(settings.options());
        var process = ServerProcess.start(
                "MariaDB",
                installation.command(settings.dataDirectory(), options),
                settings.dataDirectory(),
                settings.logFile(),
                settings.pidFile(),
                settings.lifetime());
        var server = new MariaDbServer(settings, process, password);
        process.awaitReady(READY_WITHIN, server::answers);
        return server;
    }

    /** The server that was started with the same settings by a JVM that is gone, if it still runs. */
    public static Optional<MariaDbServer> adopt(MariaDbSettings settings) {
        return ServerProcess.adopt("MariaDB", settings.logFile(), settings.pidFile())
                .map(process -> {
                    var server = new MariaDbServer(settings, process, administratorPassword(settings.dataDirectory()));
                    process.awaitReady(READY_WITHIN, server::answers);
                    return server;
                });
    }

    /** The JDBC address of a schema, without credentials. */
    public String url(String schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&connectionTimeZone=UTC"
                .formatted(settings.port(), schema);
    }

    /** Makes the schema and its user, or renews the user's password when both are there; the data stays. */
    public void createSchemaAndUser(String schema, String user, String password) {
        execute("CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4".formatted(identifier(schema)));
        execute("CREATE OR REPLACE USER '%s'@'127.0.0.1' IDENTIFIED BY '%s'"
                .formatted(identifier(user), plain(password)));
        execute("GRANT ALL PRIVILEGES ON `%s`.* TO '%s'@'127.0.0.1'".formatted(identifier(schema), identifier(user)));
    }

    /** Drops the schema with all that is in it. */
    public void dropSchema(String schema) {
        execute("DROP DATABASE IF EXISTS `%s`".formatted(identifier(schema)));
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the server takes a connection and answers a query now. */
    public boolean answers() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Stops the server after it has written everything down. */
    public void stop() {
        process.stop(STOPPED_WITHIN);
    }

    @Override
    public void close() {
        stop();
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ServerFailedException("the database refused an administrator's statement: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url("") + "&connectTimeout=2000&socketTimeout=30000", ADMINISTRATOR, administratorPassword);
    }

    /** Made once for each data directory and readable by its owner only. */
    private static String administratorPassword(Path dataDirectory) {
        var file = dataDirectory.resolve("administrator.password");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void writePrivately(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String identifier(String name) {
        if (!name.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("a name of letters, digits and underscores is needed: " + name);
        }
        return name;
    }

    private static String plain(String password) {
        if (!password.matches("[\\x21-\\x7e&&[^'\\\\]]{1,200}")) {
            throw new IllegalArgumentException("a password of visible ASCII without quotes and backslashes is needed");
        }
        return password;
    }
}
