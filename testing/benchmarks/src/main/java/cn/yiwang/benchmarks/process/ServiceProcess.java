package cn.yiwang.benchmarks.process;

import cn.yiwang.benchmarks.load.Answer;
import cn.yiwang.benchmarks.load.HttpLine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A service in a JVM of its own, with the JVM options of production. */
public final class ServiceProcess implements AutoCloseable {

    private static final List<String> PRODUCTION = List.of(
            "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;
    private final Path log;

    private ServiceProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts a service and returns at once.
     *
     * @param heap the most memory of its heap, as the JVM's option says it
     * @param program what follows the JVM's options: a jar or a class
     */
    public static ServiceProcess start(String heap, List<String> program, List<String> settings, Path log)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PRODUCTION);
        command.add("-Xmx" + heap);
        command.addAll(program);
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Nothing is left running, even if the measurement is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServiceProcess(process, URI.create("http://127.0.0.1:" + port), log);
    }

    /** Waits until the path is answered with 200. */
    public ServiceProcess awaitAnswer(String path, String headers) throws InterruptedException {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            try (HttpLine line = new HttpLine(address)) {
                Answer answer = line.send("GET", path, headers, null);
                if (answer.status() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // It does not listen yet.
                if (!process.isAlive()) {
                    break;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        close();
        throw new IllegalStateException("a service did not start: see " + log);
    }

    /** The processor time that the gateway has used so far: unlike a rate, it hardly depends on what else the machine does. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The memory of its heap that is in use once it has been cleared up, in megabytes. */
    public long usedHeapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        // One line for each generation; what lies outside of the heap has no total.
        long kilobytes = USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .sum();
        if (kilobytes == 0) {
            throw new IllegalStateException("jcmd does not say how much of the heap is in use");
        }
        return kilobytes / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
