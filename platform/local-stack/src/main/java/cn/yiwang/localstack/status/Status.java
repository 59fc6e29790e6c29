package cn.yiwang.localstack.status;

import cn.yiwang.localstack.child.Databases;
import cn.yiwang.localstack.child.ForeignServers;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Probe;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.secrets.SecretKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Looks at everything from the outside, with or without a launcher. */
public final class Status {

    private final Home home;
    private final Plan plan;

    public Status(Home home, Plan plan) {
        this.home = home;
        this.plan = plan;
    }

    public List<StatusRow> rows() {
        if (plan.instances().isEmpty()) {
            return List.of();
        }
        List<Callable<StatusRow>> looks = new ArrayList<>();
        looks.add(this::launcher);
        Environment environment = plan.environment();
        if (environment.mysqlUrl() != null) {
            String url = environment.mysqlUrl();
            looks.add(() -> new StatusRow("mysql", 1, null, url, queries(Part.CATALOG)));
        }
        if (environment.kafka() != null) {
            String broker = environment.kafka();
            looks.add(() -> new StatusRow("kafka", 1, null, broker, ForeignServers.answers(broker)));
        }
        if (environment.issuer() != null) {
            String issuer = environment.issuer();
            looks.add(() -> new StatusRow(
                    "issuer", 1, null, issuer, Probe.status(issuer + "/.well-known/openid-configuration") == 200));
        }
        plan.instances().forEach(instance -> looks.add(() -> row(instance)));
        return together(looks);
    }

    private StatusRow launcher() {
        String address = "http://127.0.0.1:" + plan.launcherPort();
        Long pid = pid(Plan.LAUNCHER);
        return new StatusRow("launcher", 1, pid, address, pid != null && Probe.status(address) == 200);
    }

    private StatusRow row(Instance instance) {
        Long pid = pid(instance.key());
        return new StatusRow(
                instance.part().id(), instance.number(), pid, instance.address(), pid != null && healthy(instance));
    }

    private boolean healthy(Instance instance) {
        return switch (instance.part()) {
            case MARIADB -> queries(Part.CATALOG);
            case KAFKA -> Probe.port(instance.port());
            case DISCOVERY, IDENTITY, CATALOG, APPLICATION, CERTIFICATE, COMPLAINT, EXCHANGE, GATEWAY ->
                Probe.health(instance.address());
        };
    }

    /** A query with the account of a service, whoever runs the database. */
    private boolean queries(Part service) {
        String schema = service.schema().orElseThrow();
        Environment environment = plan.environment();
        Properties account = new Properties();
        account.setProperty("connectTimeout", "2000");
        account.setProperty("socketTimeout", "3000");
        String url;
        if (environment.mysqlUrl() == null) {
            url = Databases.embeddedUrl(plan, schema);
            account.setProperty("user", schema);
            account.setProperty("password", home.secrets().password(SecretKind.DATABASE, schema));
        } else {
            url = Databases.foreignUrl(environment.mysqlUrl(), schema);
            account.setProperty("user", String.valueOf(environment.mysqlUser()));
            account.setProperty("password", String.valueOf(environment.mysqlPassword()));
        }
        try (Connection connection = DriverManager.getConnection(url, account);
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    private @Nullable Long pid(String key) {
        return Processes.find(home, key).map(ProcessHandle::pid).orElse(null);
    }

    private static List<StatusRow> together(List<Callable<StatusRow>> looks) {
        List<StatusRow> rows = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<StatusRow> row : threads.invokeAll(looks)) {
                rows.add(row.get());
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while looking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
