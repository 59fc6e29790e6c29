package cn.yiwang.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    @Test
    void the_table_and_the_json_show_the_same_numbers() {
        Map<String, Object> lifecycles = new LinkedHashMap<>();
        lifecycles.put("perSecond", 61.5);
        lifecycles.put("millis", Map.of("p50", 200.0, "p95", 300.0, "p99", 400.0));
        Report report = new Report();
        report.put("lifecycles", lifecycles);

        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.at("/lifecycles/perSecond").asDouble()).isEqualTo(61.5);
        assertThat(json.at("/lifecycles/millis/p99").asDouble()).isEqualTo(400);
        assertThat(report.table()).contains("61.5", "p50 200.0   p95 300.0   p99 400.0");
        assertThat(report.number("lifecycles", "perSecond")).isEqualTo(61.5);
        assertThat(report.number("ceiling", "perSecond")).isZero();
    }

    @Test
    void a_mistyped_option_is_refused() {
        assertThatThrownBy(() -> Options.parse(new String[] {"--fast"})).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(new String[] {"--only", "everything"}))
                .hasMessageContaining("lifecycles");
        assertThatThrownBy(() -> Options.parse(new String[] {"--clients", "0"}))
                .hasMessageContaining("between 1 and 256");
        assertThatThrownBy(() -> Options.parse(new String[] {"--seconds"})).hasMessageContaining("wants a value");
        assertThat(Options.parse(new String[] {"--json", "--only", "gateway"}).wantsPlatform())
                .isFalse();
    }

    @Test
    void what_time_ran_out_for_is_named() {
        var report = new Report();
        report.put("lifecycles", Map.of("perSecond", 1.0));

        assertThat(report.missing(Options.parse(new String[] {"--only", "lifecycles,gateway"})
                        .parts()))
                .containsExactly("gateway");
    }

    @Test
    void the_search_has_a_run_of_its_own() {
        assertThat(Options.parse(new String[] {}).wants("search")).isFalse();
        assertThat(Options.parse(new String[] {"--only", "search"}).wants("search"))
                .isTrue();
    }
}
