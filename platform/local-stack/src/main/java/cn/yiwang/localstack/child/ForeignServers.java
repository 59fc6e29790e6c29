package cn.yiwang.localstack.child;

import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.process.Probe;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/** What runs elsewhere and is used instead of the embedded parts; it has to be there before anything starts. */
public final class ForeignServers {

    private ForeignServers() {}

    /** Tries each of them once. */
    public static void check(Plan plan) {
        Environment environment = plan.environment();
        if (environment.mysqlUrl() != null) {
            checkDatabase(
                    environment.mysqlUrl(),
                    String.valueOf(environment.mysqlUser()),
                    String.valueOf(environment.mysqlPassword()));
        }
        String kafka = environment.kafka();
        if (kafka != null && !answers(kafka)) {
            throw new LaunchException("the broker of YIWANG_KAFKA_BOOTSTRAP_SERVERS does not answer at " + kafka
                    + ": start it, or unset the variable");
        }
        TokenEndpoint.of(plan);
    }

    /** Whether one of the brokers takes connections. */
    public static boolean answers(String bootstrapServers) {
        return Arrays.stream(bootstrapServers.split(",", -1))
                .map(server -> URI.create("kafka://" + server.strip()))
                .anyMatch(server -> server.getHost() != null && Probe.port(server.getHost(), server.getPort()));
    }

    private static void checkDatabase(String url, String user, String password) {
        Properties account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        account.setProperty("connectTimeout", "5000");
        account.setProperty("socketTimeout", "5000");
        try (Connection connection = DriverManager.getConnection(Databases.foreignUrl(url, ""), account)) {
            connection.getCatalog();
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new LaunchException(
                    "the database of YIWANG_MYSQL_URL does not let " + user + " in at " + url + " (" + reason
                            + "): start it, correct the account, or unset the variable",
                    e);
        }
    }
}
