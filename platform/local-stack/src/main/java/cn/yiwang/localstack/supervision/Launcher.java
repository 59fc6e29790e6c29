package cn.yiwang.localstack.supervision;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.process.Processes;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that watches over the others.
 *
 * <p>It is as disposable as they are: they go on when it ends, whatever ended it, and the next one adopts them. It takes
 * no orders over the network, it reads the plan; its port only tells.
 */
public final class Launcher {

    private static final long LOOK_MILLIS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private Launcher() {}

    /** Runs until the plan is empty and everything has stopped. */
    public static void run(Home home) throws IOException {
        home.create();
        try (FileChannel channel = FileChannel.open(
                        home.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new LaunchException("another launcher already watches over " + home.path());
            }
            Processes.pidFile(home, Plan.LAUNCHER).write(ProcessHandle.current());
            watch(home);
            Processes.pidFile(home, Plan.LAUNCHER).delete();
        }
    }

    private static void watch(Home home) throws IOException {
        Plan plan = Plan.read(home).orElseThrow(() -> new LaunchException("there is no plan in " + home.run()));
        Supervisor supervisor = new Supervisor(home, Launcher::journal);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.launcherPort()), 16);
        server.createContext("/", exchange -> answer(exchange, supervisor));
        server.start();
        try {
            while (supervisor.look()) {
                LockSupport.parkNanos(LOOK_MILLIS * 1_000_000);
            }
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Supervisor supervisor) throws IOException {
        byte[] body = JSON.writeValueAsString(supervisor.reports()).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void journal(String line) {
        System.out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    /** How everything is doing; {@code round} is that of the plan that has been taken up. */
    public record Reports(int round, List<Report> instances) {}

    /** How one instance is doing, for whoever waits for it. */
    public record Report(String key, State.Phase phase, int failures, List<String> lastWords) {

        static Report of(Keeper keeper) {
            State state = keeper.state();
            return new Report(keeper.child().instance().key(), state.phase(), state.failures(), state.lastWords());
        }
    }
}
