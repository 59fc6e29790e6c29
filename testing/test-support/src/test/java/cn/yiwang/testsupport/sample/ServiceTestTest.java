package cn.yiwang.testsupport.sample;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.RoutesWithoutToken;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import cn.yiwang.testsupport.Upstreams;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest(upstreams = "sample-upstream")
class ServiceTestTest {

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MovableClock movableClock;

    @Test
    void a_persona_is_who_the_service_sees() throws Exception {
        mockMvc.perform(post("/api/v1/closed").with(Tokens.as(SECOND_REVIEWER)))
                .andExpect(status().isOk())
                .andExpect(content().string("second-reviewer of 11431000MBEX00021B"));
        mockMvc.perform(post("/api/v1/closed").with(Tokens.as(AGENT))).andExpect(status().isForbidden());
    }

    static String[] badTokens() {
        var token = SECOND_REVIEWER.token();
        return new String[] {
            token.expired(), token.forged(), token.unsigned(), token.fromElsewhere(), "Bearer x", "Basic YTpi"
        };
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_no_token(String header) throws Exception {
        mockMvc.perform(post("/api/v1/closed").header("Authorization", header)).andExpect(status().isUnauthorized());
    }

    @Test
    void every_route_was_tried_without_a_token(@Autowired ApplicationContext context) {
        assertThatThrownBy(() -> RoutesWithoutToken.check(context))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/open");
        RoutesWithoutToken.check(context, "GET /api/v1/open");
    }

    @Test
    void tokens_expire_when_the_clock_of_the_service_moves_on() throws Exception {
        var header = Tokens.bearer(SECOND_REVIEWER);
        movableClock.advance(Duration.ofMinutes(11));
        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofMinutes(10)));
        mockMvc.perform(post("/api/v1/closed").header("Authorization", header)).andExpect(status().isUnauthorized());
        mockMvc.perform(post("/api/v1/closed").with(Tokens.as(SECOND_REVIEWER))).andExpect(status().isOk());
    }

    @Test
    void the_stand_in_of_an_upstream_is_asked() throws Exception {
        Upstreams.of("sample-upstream")
                .stubFor(WireMock.get("/api/v1/answer").willReturn(okJson("{\"text\": \"forty-two\"}")));
        mockMvc.perform(get("/api/v1/asked").with(Tokens.as(AGENT)))
                .andExpect(status().isOk())
                .andExpect(content().string("forty-two"));
    }

    @Test
    void the_database_is_real_and_of_this_context_only() {
        assertThat(jdbc.sql("SELECT VERSION()").query(String.class).single()).contains("MariaDB");
        assertThat(jdbc.sql("SELECT DATABASE()").query(String.class).single()).startsWith("test_");
    }

    @Test
    void what_is_published_can_be_read() {
        var subject = UUID.randomUUID().toString();
        Topics.publish("yiwang.sample", """
                {"type": "cn.yiwang.sample.happened.v1", "subject": "%s", "sequence": "1"}""".formatted(subject));
        Topics.publish("yiwang.sample", "other", "no event");
        assertThat(Topics.await("yiwang.sample", subject, "cn.yiwang.sample.happened.v1")
                        .path("sequence")
                        .asString())
                .isEqualTo("1");
        assertThat(Topics.read("yiwang.sample", subject)).hasSize(1);
        assertThat(Topics.read("yiwang.unheard-of", subject)).isEmpty();
    }
}
