package cn.yiwang.benchmarks.door;

import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.Outcome;
import cn.yiwang.benchmarks.load.WarmUp;
import cn.yiwang.benchmarks.process.IssuerKey;
import cn.yiwang.benchmarks.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The same small answer fetched straight from the upstream, through a bare Spring Cloud Gateway and through ours, without and
 * with a token. Both gateways are warmed up, then all take turns twice, so that a noisy moment hits nobody alone.
 */
public final class GatewayBench {

    private static final String PUBLIC_PATH = "/api/v1/divisions";
    private static final String GUARDED_PATH = "/api/v1/worklist";
    private static final String HEAP = "320m";
    private static final int ROUNDS = 2;

    private final Path checkout;
    private final Path logs;
    private final Clock clock;
    private final int clients;
    private final Duration warmUp;
    private final Duration measured;

    public GatewayBench(Path checkout, Path logs, Clock clock, int clients, Duration warmUp, Duration measured) {
        this.checkout = checkout;
        this.logs = logs;
        this.clock = clock;
        this.clients = clients;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    public Map<String, Object> run() throws IOException, InterruptedException {
        Files.createDirectories(logs);
        IssuerKey issuer = new IssuerKey();
        String token = "Authorization: Bearer "
                + issuer.token("bench", "window_clerk", clock.instant().plus(Duration.ofHours(1))) + "\r\n";
        try (SmallUpstream upstream = new SmallUpstream(issuer);
                ServiceProcess bare = bare(upstream.address());
                ServiceProcess ours = ours(upstream.address())) {
            bare.awaitAnswer(PUBLIC_PATH, "");
            ours.awaitAnswer(GUARDED_PATH, token);
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put(
                    "direct",
                    new Target(upstream.address(), PUBLIC_PATH, "", () -> Duration.ZERO, warmUp.dividedBy(5)));
            targets.put("bareGateway", new Target(bare.address(), PUBLIC_PATH, "", bare::cpuTime, warmUp));
            targets.put("gateway", new Target(ours.address(), PUBLIC_PATH, "", ours::cpuTime, warmUp));
            targets.put(
                    "gatewayWithToken",
                    new Target(ours.address(), GUARDED_PATH, token, ours::cpuTime, warmUp.dividedBy(2)));
            return measure(targets);
        }
    }

    private Map<String, Object> measure(Map<String, Target> targets) throws InterruptedException {
        for (Target target : targets.values()) {
            load(target, target.warmUp(), Duration.ofSeconds(1));
        }
        Map<String, List<Outcome>> rounds = new LinkedHashMap<>();
        Map<String, Double> cpuMicros = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Target> target : targets.entrySet()) {
                Supplier<Duration> cpuTime = target.getValue().cpuTime();
                Duration before = cpuTime.get();
                Outcome outcome = load(target.getValue(), Duration.ZERO, measured);
                double micros = cpuTime.get().minus(before).toNanos() / 1e3;
                cpuMicros.merge(target.getKey(), micros, Double::sum);
                rounds.computeIfAbsent(target.getKey(), _ -> new ArrayList<>()).add(outcome);
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        Map<String, Double> perSecond = new LinkedHashMap<>();
        rounds.forEach((name, outcomes) -> {
            Outcome together = Outcome.together(outcomes);
            perSecond.put(name, together.perSecond());
            Map<String, Object> one = together.report();
            one.put(
                    "cpuMicrosPerRequest",
                    Math.round(cpuMicros.getOrDefault(name, 0.0)
                            / Math.max(1, together.whole().count())));
            report.put(name, one);
        });
        report.put("gatewayToBare", ratio(perSecond, "gateway", "bareGateway"));
        report.put("gatewayWithTokenToBare", ratio(perSecond, "gatewayWithToken", "bareGateway"));
        report.put("gatewayToDirect", ratio(perSecond, "gateway", "direct"));
        return report;
    }

    private Outcome load(Target target, Duration before, Duration length) throws InterruptedException {
        return new ClosedLoop(clients, WarmUp.of(before), length)
                .run(_ -> new Reading(target.address(), target.path(), target.headers()));
    }

    private static double ratio(Map<String, Double> perSecond, String one, String other) {
        return Math.round(perSecond.getOrDefault(one, 0.0) / perSecond.getOrDefault(other, 1.0) * 100) / 100.0;
    }

    private ServiceProcess bare(URI upstream) throws IOException {
        String jar = Path.of(GatewayBench.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .replaceFirst("^nested:", "")
                        .replaceFirst("/!BOOT-INF/classes/!?/?$", ""))
                .toString();
        return ServiceProcess.start(
                HEAP,
                List.of(
                        "-Dloader.main=" + BareGateway.class.getName(),
                        "-cp",
                        jar,
                        "org.springframework.boot.loader.launch.PropertiesLauncher"),
                List.of("--bench.upstream=" + upstream, "--logging.level.root=warn"),
                logs.resolve("bare-gateway.log"));
    }

    private ServiceProcess ours(URI upstream) throws IOException {
        String instances = "--spring.cloud.discovery.client.simple.instances.";
        return ServiceProcess.start(
                HEAP,
                List.of(
                        "-jar",
                        checkout.resolve("gateway/target/gateway-0.1.0-SNAPSHOT-exec.jar")
                                .toString()),
                List.of(
                        "--eureka.client.enabled=false",
                        instances + "catalog-service[0].uri=" + upstream,
                        instances + "application-service[0].uri=" + upstream,
                        "--yiwang.security.issuers[0].uri=" + IssuerKey.ISSUER,
                        "--yiwang.security.issuers[0].jwk-set-uri=" + upstream + "/keys",
                        "--yiwang.gateway.quota.anonymous.burst=100000000",
                        "--yiwang.gateway.quota.anonymous.per-minute=100000000",
                        "--yiwang.gateway.quota.authenticated.burst=100000000",
                        "--yiwang.gateway.quota.authenticated.per-minute=100000000",
                        "--logging.level.root=warn"),
                logs.resolve("gateway.log"));
    }

    /** Where one of the rivals listens, what is asked of it, and how long until its compilers are done. */
    private record Target(URI address, String path, String headers, Supplier<Duration> cpuTime, Duration warmUp) {}
}
