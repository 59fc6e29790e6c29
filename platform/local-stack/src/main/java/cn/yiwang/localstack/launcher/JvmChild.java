package cn.yiwang.localstack.launcher;

import cn.yiwang.localstack.launcher.Plan.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Spring Boot application in a JVM of its own. */
record JvmChild(Home home, Plan plan, Instance instance, Map<String, String> environment) implements Child {

    private static final Duration GRACE = Duration.ofSeconds(15);

    /** The first orderly end of a build writes its archive of classes, which takes a busy machine a while. */
    private static final Duration GRACE_WITH_ARCHIVE = Duration.ofMinutes(1);

    @Override
    public void start() throws IOException {
        Path folder = Path.of(Objects.requireNonNull(instance.application()));
        List<String> command = new ArrayList<>();
        command.add(Jvm.java(plan.java()));
        // First, so that ps and top show whose process this is.
        command.add("-Dyiwang.instance=" + instance.key());
        command.addAll(plan.profile().flags());
        if (plan.profile() == Profile.LOCAL) {
            // Written at the first orderly end, used by every later start: classes come ready-made from there.
            command.add("-XX:+AutoCreateSharedArchive");
            command.add(
                    "-XX:SharedArchiveFile=" + folder.resolve(instance.part().id() + ".jsa"));
            command.add("-Xlog:cds=off,cds+dynamic=off");
        }
        command.add("-Xmx" + plan.profile().heapMegabytes(instance.part()) + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(Applications.mainJar(folder).toString());
        command.add(mainClass());
        ProcessHandle process = Jvm.start(command, environment, home.data(), home.log(instance.key()));
        Processes.pidFile(home, instance.key()).write(process);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Processes.find(home, instance.key());
    }

    @Override
    public boolean answers() {
        return Probe.health(instance.address());
    }

    @Override
    public void stop() {
        boolean writes = plan.profile() == Profile.LOCAL && !Files.exists(archive());
        process().ifPresent(process -> Stopping.stop(process, writes ? GRACE_WITH_ARCHIVE : GRACE));
        Processes.pidFile(home, instance.key()).delete();
    }

    private Path archive() {
        return Path.of(Objects.requireNonNull(instance.application()))
                .resolve(instance.part().id() + ".jsa");
    }

    private String mainClass() {
        return switch (instance.part()) {
            case MARIADB, KAFKA -> throw new IllegalStateException(instance.part() + " is no Boot application");
            case DISCOVERY -> "cn.yiwang.discovery.DiscoveryServer";
            case IDENTITY -> "cn.yiwang.localstack.identity.IdentityProvider";
            case CATALOG -> "cn.yiwang.catalog.CatalogService";
            case APPLICATION -> "cn.yiwang.application.ApplicationService";
            case CERTIFICATE -> "cn.yiwang.certificate.CertificateService";
            case COMPLAINT -> "cn.yiwang.complaint.ComplaintService";
            case EXCHANGE -> "cn.yiwang.exchange.DataExchangeService";
            case GATEWAY -> "cn.yiwang.gateway.Gateway";
        };
    }
}
