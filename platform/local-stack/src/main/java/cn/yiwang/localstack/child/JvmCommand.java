package cn.yiwang.localstack.child;

import cn.yiwang.localstack.plan.Applications;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Profile;
import cn.yiwang.localstack.process.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Boot application.
 *
 * <p>It is the same for a run that serves and for one that only writes the archive of classes, since a JVM takes no archive
 * that was made under other options.
 *
 * @param java the JDK's home
 * @param folder where the application lies unpacked
 */
public record JvmCommand(String java, Profile profile, Part part, Path folder) {

    /** A JVM that cannot use an archive does without; it need not say so in every log. */
    public static final String NO_WORD_ABOUT_ARCHIVES = "-Xlog:cds=off,cds+dynamic=off,aot=off";

    /** Where the archive of this build's classes is, or will be. */
    public Path archive() {
        return folder.resolve(part.id() + ".jsa");
    }

    /** Only the profile for one developer's machine writes archives; the others read what the build has prepared. */
    boolean writesArchiveAtEnd() {
        return profile == Profile.LOCAL && !Files.exists(archive());
    }

    public List<String> serving(String key) {
        List<String> options = new ArrayList<>();
        // First, so that ps and top show whose process this is.
        options.add("-Dyiwang.instance=" + key);
        if (profile == Profile.LOCAL) {
            // Read when it is there and fits this JVM, else written at the first orderly end.
            options.add("-XX:+AutoCreateSharedArchive");
        }
        if (profile == Profile.LOCAL || Files.exists(archive())) {
            options.add("-XX:SharedArchiveFile=" + archive());
            options.add(NO_WORD_ABOUT_ARCHIVES);
        }
        return with(options);
    }

    /** Starts as far as the context gets without anything to serve, writes down which classes that took, and ends. */
    public List<String> training(Path draft) {
        return with(List.of(
                "-Dyiwang.instance=" + part.id() + "-training",
                "-Dspring.context.exit=onRefresh",
                "-XX:ArchiveClassesAtExit=" + draft,
                NO_WORD_ABOUT_ARCHIVES));
    }

    private List<String> with(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.java(java));
        command.addAll(options);
        command.addAll(profile.flags());
        command.add("-Xmx" + profile.heapMegabytes(part) + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(Applications.mainJar(folder).toString());
        command.add(mainClass());
        return command;
    }

    private String mainClass() {
        return switch (part) {
            case MARIADB, KAFKA -> throw new IllegalStateException(part + " is no Boot application");
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
