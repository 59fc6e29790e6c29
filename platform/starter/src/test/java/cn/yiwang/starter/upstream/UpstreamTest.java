package cn.yiwang.starter.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@WebSlice
@Import(UpstreamTest.Caller.class)
class UpstreamTest {

    private static final WireMockServer SHOP = new WireMockServer(options().dynamicPort());

    static {
        SHOP.start();
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("spring.cloud.openfeign.client.config.shop-service.url", SHOP::baseUrl);
        properties.add("spring.cloud.openfeign.client.config.default.read-timeout", () -> "400");
        properties.add("yiwang.security.client.id", () -> "small-service");
        properties.add("yiwang.security.client.secret", () -> "s3cret");
        properties.add("yiwang.security.client.token-uri", () -> SHOP.baseUrl() + "/token");
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    ShopClient shop;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void freshShop() {
        SHOP.resetAll();
        SHOP.stubFor(
                post("/token")
                        .willReturn(
                                okJson(
                                        "{\"access_token\":\"service-token\",\"token_type\":\"Bearer\",\"expires_in\":600,\"scope\":\"internal\"}")));
        SHOP.stubFor(get("/things").willReturn(okJson("{\"name\":\"tea\",\"added\":\"later\"}")));
        breakers.circuitBreaker("shop-service").reset();
    }

    @Test
    void the_callers_token_language_and_trace_go_along() throws Exception {
        String bearer = Issuer.FIRST.bearer();
        mvc.perform(MockMvcRequestBuilders.get("/api/v1/shop")
                        .header("Authorization", bearer)
                        .header("Accept-Language", "en")
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("tea"));

        SHOP.verify(getRequestedFor(urlEqualTo("/things"))
                .withHeader("Authorization", equalTo(bearer))
                .withHeader("Accept-Language", equalTo("en"))
                .withHeader("traceparent", matching("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01")));
    }

    @Test
    void without_a_caller_the_service_speaks_for_itself_with_a_token_it_keeps() {
        assertThat(shop.thing().name()).isEqualTo("tea");
        shop.thing();
        SHOP.verify(
                2, getRequestedFor(urlEqualTo("/things")).withHeader("Authorization", equalTo("Bearer service-token")));
        assertThat(SHOP.countRequestsMatching(
                                postRequestedFor(urlEqualTo("/token")).build())
                        .getCount())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void a_failed_read_is_repeated_once() {
        SHOP.stubFor(get("/things")
                .inScenario("moody")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("better"));
        SHOP.stubFor(get("/things")
                .inScenario("moody")
                .whenScenarioStateIs("better")
                .willReturn(okJson("{\"name\":\"tea\"}")));
        assertThat(shop.thing().name()).isEqualTo("tea");
    }

    @Test
    void a_write_is_never_repeated() {
        SHOP.stubFor(post("/things").willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> shop.add(Map.of())).isInstanceOf(UpstreamUnavailableException.class);
        SHOP.verify(1, postRequestedFor(urlEqualTo("/things")));
    }

    @Test
    void an_answer_that_trickles_is_cut_off() {
        SHOP.stubFor(get("/things").willReturn(okJson("{\"name\":\"tea\"}").withChunkedDribbleDelay(10, 3_000)));
        assertThatThrownBy(shop::thing).isInstanceOf(UpstreamUnavailableException.class);
    }

    @Test
    void a_refusal_keeps_the_other_services_problem() {
        SHOP.stubFor(
                get("/things").willReturn(aResponse().withStatus(404).withBody("{\"type\":\"/problems/not-found\"}")));
        assertThatExceptionOfType(UpstreamRejectedException.class)
                .isThrownBy(shop::thing)
                .satisfies(e -> assertThat(e.status()).isEqualTo(404))
                .satisfies(e -> assertThat(e.problem()).contains("not-found"));
    }

    @Test
    void after_too_many_failures_nobody_waits_for_the_next() {
        SHOP.stubFor(post("/things").willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> shop.add(Map.of())).isInstanceOf(UpstreamUnavailableException.class);
        }
        assertThat(breakers.circuitBreaker("shop-service").getState()).isEqualTo(CircuitBreaker.State.OPEN);

        assertThatThrownBy(shop::thing).isInstanceOf(UpstreamUnavailableException.class);
        SHOP.verify(0, getRequestedFor(urlEqualTo("/things")));
    }

    @Test
    void callers_read_that_a_part_is_unavailable() throws Exception {
        SHOP.stubFor(get("/things").willReturn(aResponse().withStatus(500).withBody("secret stack trace")));
        mvc.perform(MockMvcRequestBuilders.get("/api/v1/shop").header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.type").value("/problems/upstream-unavailable"));
    }

    /** What the shop sells, as far as we care. */
    record Thing(String name) {}

    @FeignClient(name = "shop-service")
    interface ShopClient {

        @GetMapping("/things")
        Thing thing();

        @PostMapping("/things")
        Thing add(@RequestBody Map<String, String> thing);
    }

    /** A service that asks the shop. */
    @TestConfiguration
    @EnableFeignClients(clients = ShopClient.class)
    static class Caller {

        @RestController
        static class Counter {

            private final ShopClient shop;

            Counter(ShopClient shop) {
                this.shop = shop;
            }

            @GetMapping("/api/v1/shop")
            Thing ask() {
                return shop.thing();
            }
        }
    }
}
