package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./yiwang} answers by itself, before it looks for a JDK or builds anything. */
class ScriptTest {

    @Test
    void a_command_that_is_not_there_is_answered_in_one_line() throws Exception {
        var answer = yiwang("start");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).isEqualTo("yiwang: there is no command start: see ./yiwang --help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "up --help", "logs -h"})
    void help_is_given_wherever_it_is_asked_for(String typed) throws Exception {
        var answer = yiwang(typed.isEmpty() ? new String[0] : typed.split(" ", -1));

        assertThat(answer.code()).isZero();
        assertThat(answer.text())
                .contains(
                        "up ",
                        "demo ",
                        "down ",
                        "status ",
                        "logs ",
                        "scale ",
                        "token ",
                        "verify-audit ",
                        "test ",
                        "bench ");
    }

    private static Output yiwang(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Platform.checkout().resolve("yiwang").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private record Output(int code, String text) {}
}
