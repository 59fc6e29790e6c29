package cn.yiwang.localstack.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.localstack.child.JvmCommand;
import cn.yiwang.localstack.plan.Applications;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.plan.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path checkout;

    private final List<String> told = new ArrayList<>();

    @Test
    void an_application_is_trained_once_and_then_takes_its_classes_from_the_archive() throws Exception {
        Path folder = application("public static void main(String[] args) { System.out.println(\"runs\"); }");
        Preparation preparation = new Preparation(checkout, List.of(Part.DISCOVERY));

        preparation.run(told::add);

        assertThat(told).first().isEqualTo("preparing discovery-server 1/1");
        assertThat(files(folder)).contains("discovery-server.jsa").noneMatch(name -> name.contains("draft"));
        List<String> command =
                new JvmCommand(System.getProperty("java.home"), Profile.LOCAL, Part.DISCOVERY, folder).serving("d-1");
        assertThat(output(command, "-Xlog:class+load"))
                .contains("cn.yiwang.discovery.DiscoveryServer source: shared objects file (top)")
                .contains("\nruns\n");

        told.clear();
        preparation.run(told::add);
        assertThat(told).as("an unchanged build is not trained again").isEmpty();
    }

    @Test
    void a_training_run_that_fails_is_told_with_its_log_and_fails_nothing() throws Exception {
        Path folder =
                application("public static void main(String[] args) { throw new IllegalStateException(\"no\"); }");

        new Preparation(checkout, List.of(Part.DISCOVERY)).run(told::add);

        Path log = checkout.resolve(".yiwang/cache/training/logs/discovery-server.log");
        assertThat(told)
                .anySatisfy(line -> assertThat(line).contains("preparing discovery-server failed", log.toString()));
        assertThat(log).content().contains("IllegalStateException: no");
        assertThat(files(folder)).noneMatch(name -> name.contains(".jsa"));
    }

    @Test
    void a_damaged_archive_keeps_no_application_from_starting() throws Exception {
        Path folder = application("public static void main(String[] args) { System.out.println(\"runs\"); }");
        Files.writeString(folder.resolve("discovery-server.jsa"), "no archive");

        assertThat(output(new JvmCommand(System.getProperty("java.home"), Profile.LOCAL, Part.DISCOVERY, folder)
                        .serving("d-1")))
                .endsWith("runs\n");
    }

    @Test
    void a_training_run_is_given_no_address_at_which_a_platform_could_be() {
        Preparation preparation = new Preparation(checkout, List.of());
        for (Part part : Part.values()) {
            Instance instance = new Instance(part, 1, 1 + part.portOffset(), "/somewhere", "training");
            Plan plan = new Plan(1, 1, Profile.LOCAL, "/jdk", Environment.of(Map.of()), List.of(instance));
            Map<String, String> variables = preparation.environment(plan, instance);

            assertThat(variables.values()).allSatisfy(value -> assertThat(
                            ADDRESS.matcher(value).results().map(found -> Integer.parseInt(found.group(1))))
                    .allMatch(port -> port < 1024));
            assertThat(variables.values())
                    .filteredOn(value -> value.startsWith("http"))
                    .allMatch(value -> URI.create(value).getHost().equals("127.0.0.1"));
        }
    }

    /** Built and unpacked: the registry, reduced to one class. */
    private Path application(String main) throws IOException {
        Path target = Files.createDirectories(checkout.resolve("platform/discovery-server/target"));
        Path built = target.resolve("discovery-server-exec.jar");
        jar(built, "empty", new byte[0]);
        Path folder = Files.createDirectories(
                checkout.resolve(".yiwang/cache/apps/discovery-server-" + Applications.fingerprint(built)));
        Path source = target.resolve("DiscoveryServer.java");
        Files.writeString(source, "package cn.yiwang.discovery; public class DiscoveryServer { " + main + " }");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", target.toString(), source.toString()))
                .isZero();
        String name = "cn/yiwang/discovery/DiscoveryServer.class";
        jar(folder.resolve("discovery-server-exec.jar"), name, Files.readAllBytes(target.resolve(name)));
        return folder;
    }

    private static void jar(Path file, String entry, byte[] content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String output(List<String> command, String... options) throws Exception {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, List.of(options));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
