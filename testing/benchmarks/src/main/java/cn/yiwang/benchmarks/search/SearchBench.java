package cn.yiwang.benchmarks.search;

import cn.yiwang.benchmarks.Database;
import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.HttpLine;
import cn.yiwang.benchmarks.load.Outcome;
import cn.yiwang.benchmarks.load.Paced;
import cn.yiwang.benchmarks.load.WarmUp;
import cn.yiwang.benchmarks.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One catalog-service with 50,000 business items: starts, memory, searches and guides read at a fixed rate and as many searches as it
 * answers, and how soon what is published is found here and at a second instance.
 */
public final class SearchBench {

    private static final double PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path checkout;
    private final Clock clock;
    private final Consumer<String> progress;
    private final int clients;
    private final Duration measured;
    private final LocalDate today;

    public SearchBench(Path checkout, Clock clock, Consumer<String> progress, int clients, Duration measured) {
        this.checkout = checkout;
        this.clock = clock;
        this.progress = progress;
        this.clients = clients;
        this.measured = measured;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    public Map<String, Object> run() throws IOException, InterruptedException, SQLException {
        Map<String, Object> report = new LinkedHashMap<>();
        try (CatalogHouse house = new CatalogHouse(checkout)) {
            long begun = System.nanoTime();
            try (ServiceProcess service = house.start("first").awaitAnswer("/api/v1/items?query=yaodian", "")) {
                report.put("startWithSeedSeconds", secondsSince(begun));
                long heapBefore = service.usedHeapMegabytes();
                progress.accept("search: writing the rows");
                String last = new CatalogRows(house.database(), today).write();
                report.put("items", items(house.database()));
                begun = System.nanoTime();
                awaitFound(service.address(), last);
                report.put("seenAfterSeconds", secondsSince(begun));
                report.put("indexMegabytes", service.usedHeapMegabytes() - heapBefore);
                report.put("startSeconds", startAndFind(house, service, report));
                measureLoad(house, service, report);
                report.put("heapMegabytesAtTheEnd", service.usedHeapMegabytes());
            }
        }
        return report;
    }

    /** A second instance starts with the whole catalog and hears what the first one publishes. */
    private double startAndFind(CatalogHouse house, ServiceProcess service, Map<String, Object> report)
            throws IOException, InterruptedException {
        progress.accept("search: starting a second instance");
        long begun = System.nanoTime();
        try (ServiceProcess second = house.start("second").awaitAnswer("/api/v1/items?query=yaodian", "")) {
            double seconds = secondsSince(begun);
            report.put(
                    "publishToFindableMillis",
                    new PublishAndFind(service.address(), second.address(), house.issuer(), clock, today).run());
            return seconds;
        }
    }

    private void measureLoad(CatalogHouse house, ServiceProcess service, Map<String, Object> report)
            throws IOException, InterruptedException, SQLException {
        Questions questions = new Questions(checkout, today);
        List<String> codes = codes(house.database());
        RandomGenerator random = RandomGenerator.getDefault();
        Supplier<String> guides = () -> "/api/v1/items/" + codes.get(random.nextInt(codes.size()));
        URI address = service.address();
        progress.accept("search: as many as it answers");
        report.put("mostSearches", load(address, questions::next, WARM_UP, null).report());
        progress.accept("search: 200 searches a second");
        report.put(
                "searchesAt200",
                load(address, questions::next, Duration.ofSeconds(2), PER_SECOND)
                        .report());
        progress.accept("search: 200 guides a second");
        report.put(
                "guidesAt200",
                load(address, guides, Duration.ofSeconds(4), PER_SECOND).report());
    }

    private Outcome load(URI address, Supplier<String> paths, Duration warmUp, @Nullable Double perSecond)
            throws InterruptedException {
        Paced beat = perSecond == null ? null : new Paced(perSecond);
        return new ClosedLoop(clients, WarmUp.of(warmUp), measured).run(_ -> new Reader(address, paths, beat));
    }

    private static void awaitFound(URI address, String code) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (HttpLine line = new HttpLine(address)) {
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                if (line.send("GET", "/api/v1/items?query=" + code + "&limit=1", "", null)
                        .orFail("search")
                        .body()
                        .contains(code)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        throw new IllegalStateException("the loaded catalog was not found within " + PATIENCE);
    }

    private static long items(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Database.number(connection, "SELECT COUNT(*) FROM business_item WHERE event_count > 0");
        }
    }

    private static List<String> codes(Database database) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT item_code FROM business_item WHERE event_count > 0")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private static double secondsSince(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }
}
