package cn.yiwang.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.localstack.Options.Command;
import cn.yiwang.localstack.notice.LaunchException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final Map<String, String> CHECKOUT = Map.of("YIWANG_CHECKOUT", "/checkout");

    @Test
    void options_may_stand_before_and_after_the_arguments() {
        Options options = parse("logs", "-f", "catalog-service", "--home", "/elsewhere");

        assertThat(options.command()).isEqualTo(Command.LOGS);
        assertThat(options.arguments()).containsExactly("catalog-service");
        assertThat(options.follow()).isTrue();
        assertThat(options.home().path()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void the_port_base_comes_from_the_command_line_before_the_environment() {
        Map<String, String> variables = Map.of("YIWANG_PORT_BASE", "9000");

        assertThat(Options.parse(new String[] {"up"}, variables).portBase()).isEqualTo(9000);
        assertThat(Options.parse(new String[] {"up", "--port-base", "9100"}, variables)
                        .portBase())
                .isEqualTo(9100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    start               | there is no command start
                    up --frsh           | there is no option --frsh
                    up again            | up does not know what to do with "again"
                    status --home       | --home wants a value
                    up --port-base many | the port base: "many" is no number
                    """)
    void what_is_not_understood_is_answered_in_one_line(String typed, String answer) {
        assertThatThrownBy(() -> parse(typed.split(" ", -1)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(answer);
    }

    @Test
    void a_missing_argument_is_asked_for() {
        assertThatThrownBy(() -> parse("scale", "gateway").number(1, "how many"))
                .hasMessage("scale wants to know how many: see ./yiwang --help");
    }

    private static Options parse(String... words) {
        return Options.parse(words, CHECKOUT);
    }
}
