package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A partner that does not use our client, or Java: kcat on librdkafka. */
@Order(40)
class KcatIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void kcat_reads_valid_events_in_order() throws Exception {
        var kcat = Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "kcat"))
                .filter(Files::isExecutable)
                .findFirst();
        // The build server has it; a developer's machine may not.
        Assumptions.assumeTrue(kcat.isPresent() || "true".equals(System.getenv("CI")), "kcat is not installed");
        var filing = Filing.submitted(Persona.AGENT, Filing.CANCELLATION).withdraw(Persona.AGENT);
        Broker.awaitEvents("yiwang.application", List.of(filing.id()), 2);

        var process = new ProcessBuilder(
                        kcat.orElseThrow().toString(),
                        "-b",
                        Platform.running().broker(),
                        "-t",
                        "yiwang.application",
                        "-C",
                        "-e",
                        "-q",
                        "-o",
                        "beginning",
                        "-f",
                        "%k\\t%s\\n")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();

        var next = new HashMap<String, Long>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            var key = line.substring(0, line.indexOf('\t'));
            var event = JSON.readTree(line.substring(line.indexOf('\t') + 1));
            Contracts.checkEvent("application", event);
            assertThat(event.path("subject").asString()).isEqualTo(key);
            if (seen.add(event.path("id").asString())) {
                assertThat(event.path("sequence").asString())
                        .as(line)
                        .isEqualTo(Long.toString(next.merge(key, 1L, Long::sum)));
            }
        }
        assertThat(next).containsEntry(filing.id(), 2L);
    }
}
