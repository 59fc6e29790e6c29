package cn.yiwang.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerTest {

    @TempDir
    Path home;

    @Test
    void committed_rows_survive_the_death_of_the_server() throws Exception {
        var settings = settings();
        var first = MariaDbServer.start(settings);
        first.createSchemaAndUser("yiwang_test", "yiwang_test", "secret-1");
        try (var connection = DriverManager.getConnection(first.url("yiwang_test"), "yiwang_test", "secret-1");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20) NOT NULL)");
            statement.execute("INSERT INTO note VALUES ('药店🏥')");
        }

        var process = ProcessHandle.of(first.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(MariaDbServer.adopt(settings)).isEmpty();

        try (var second = MariaDbServer.start(settings);
                var connection = DriverManager.getConnection(second.url("yiwang_test"), "yiwang_test", "secret-1");
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT text FROM note");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("药店🏥");
        }
    }

    @Test
    void it_is_as_strict_as_mysql_and_speaks_utc_and_unicode() throws Exception {
        try (var server = MariaDbServer.start(settings())) {
            server.createSchemaAndUser("yiwang_test", "yiwang_test", "secret-1");
            try (var connection = DriverManager.getConnection(server.url("yiwang_test"), "yiwang_test", "secret-1");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE note (text VARCHAR(3) NOT NULL)");
                assertThatThrownBy(() -> statement.execute("INSERT INTO note VALUES ('four')"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("too long");
                var row = statement.executeQuery("SELECT @@time_zone, @@innodb_flush_log_at_trx_commit, @@version");
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("+00:00");
                assertThat(row.getInt(2)).isOne();
                assertThat(row.getString(3)).startsWith("11.4");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(""), "root", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_running_server_is_adopted_and_can_be_stopped_by_its_new_owner() {
        var settings = settings();
        var server = MariaDbServer.start(settings);
        var adopted = MariaDbServer.adopt(settings).orElseThrow();
        assertThat(adopted.pid()).isEqualTo(server.pid());
        adopted.createSchemaAndUser("yiwang_test", "yiwang_test", "secret-1");
        adopted.stop();
        assertThat(server.isAlive()).isFalse();
        assertThat(settings.pidFile()).doesNotExist();
        assertThat(MariaDbServer.adopt(settings)).isEmpty();
    }

    @Test
    void a_taken_port_is_a_failure_that_quotes_the_log() {
        try (var server = MariaDbServer.start(settings())) {
            var clash = MariaDbSettings.in(home.resolve("other"), Ports.cache(), server.port())
                    .withLifetime(Lifetime.BOUND_TO_THIS_JVM);
            assertThatThrownBy(() -> MariaDbServer.start(clash))
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void another_process_with_the_number_of_ours_is_not_taken_for_ours() throws Exception {
        var file = home.resolve("some.pid");
        Files.writeString(file, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
        assertThat(new PidFile(file).process()).isEmpty();
        new PidFile(file).write(ProcessHandle.current());
        assertThat(new PidFile(file).process()).contains(ProcessHandle.current());
    }

    @Test
    void a_server_bound_to_a_jvm_dies_with_it() throws Exception {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var pid = Long.parseLong(jvm.inputReader().readLine());
        var server = ProcessHandle.of(pid).orElseThrow();
        assertThat(server.isAlive()).isTrue();
        jvm.destroyForcibly();
        assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private MariaDbSettings settings() {
        return MariaDbSettings.in(home, Ports.cache(), Ports.free())
                .withBufferPool(32)
                .withLifetime(Lifetime.BOUND_TO_THIS_JVM);
    }

    /** Starts a bound server, prints its number and waits to be killed. */
    static final class StartAndWait {

        private StartAndWait() {}

        public static void main(String[] arguments) throws InterruptedException {
            var server = MariaDbServer.start(MariaDbSettings.in(Path.of(arguments[0]), Ports.cache(), Ports.free())
                    .withLifetime(Lifetime.BOUND_TO_THIS_JVM));
            System.out.println(server.pid());
            Thread.currentThread().join(Duration.ofMinutes(5));
        }
    }
}
