package cn.yiwang.starter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.confidential.Confidential;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.fixture.Database;
import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@WebSlice
@ContextConfiguration(initializers = {WebSlice.Issuers.class, Database.class})
@Import(IdempotentCallTest.Shop.class)
class IdempotentCallTest {

    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdempotencySweep sweep;

    @Autowired
    Clock clock;

    @Autowired
    Shop.Orders orders;

    private final String key = "key-" + KEYS.incrementAndGet();

    @BeforeEach
    void emptyShop() {
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS test_order (id BIGINT AUTO_INCREMENT PRIMARY KEY, thing VARCHAR(20) NOT NULL)")
                .update();
        jdbc.sql("DELETE FROM test_order").update();
        orders.failures.set(0);
    }

    @Test
    void a_repetition_gets_the_first_answer_to_the_byte_without_any_work() throws Exception {
        MockHttpServletResponse first =
                order(key, "tea").andExpect(status().isCreated()).andReturn().getResponse();
        MockHttpServletResponse second = order(key, "tea")
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""))
                .andReturn()
                .getResponse();

        assertThat(second.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(second.getHeader("Location"))
                .isEqualTo(first.getHeader("Location"))
                .isNotNull();
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_422_even_where_the_difference_is_confidential() throws Exception {
        order(key, "tea").andExpect(status().isCreated());
        order(key, "silk")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
        send(key, "/api/v1/orders", "{\"thing\":\"tea\",\"phone\":\"13900000001\"}", Issuer.FIRST.bearer())
                .andExpect(status().is(422));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void another_caller_or_another_route_has_keys_of_its_own() throws Exception {
        order(key, "tea").andExpect(status().isCreated());
        String other = "Bearer "
                + Issuer.FIRST.sign(Issuer.FIRST.claims().subject("other").build());
        send(key, "/api/v1/orders", body("tea"), other).andExpect(status().isCreated());
        send(key, "/api/v1/orders", body("tea"), Issuer.SECOND.bearer()).andExpect(status().isCreated());
        send(key, "/api/v1/other-orders", body("tea"), Issuer.FIRST.bearer()).andExpect(status().isCreated());
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void failed_work_leaves_nothing_and_may_be_tried_again() throws Exception {
        orders.failures.set(1);
        order(key, "tea").andExpect(status().isInternalServerError());
        assertThat(count()).isZero();

        order(key, "tea").andExpect(status().isCreated());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void of_many_at_once_one_works_and_all_get_its_answer() throws Exception {
        List<String> answers = atOnce(8, () -> order(key, "tea")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void when_the_first_of_many_fails_another_takes_its_place() throws Exception {
        orders.failures.set(1);
        List<Integer> statuses =
                atOnce(6, () -> order(key, "tea").andReturn().getResponse().getStatus());
        assertThat(statuses).containsOnlyOnce(500);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "schlüssel"})
    void a_key_is_visible_ascii(String bad) throws Exception {
        order(bad, "tea")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-required"));
    }

    @Test
    void a_header_with_control_characters_does_not_get_in() throws Exception {
        order("a\u0001b", "tea").andExpect(status().isBadRequest());
    }

    @Test
    void a_key_has_at_most_200_characters_and_is_never_missing() throws Exception {
        order(key + "x".repeat(200 - key.length()), "tea").andExpect(status().isCreated());
        order("x".repeat(201), "tea").andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/orders")
                        .header("Authorization", Issuer.FIRST.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("tea")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void answers_are_not_readable_in_the_table() throws Exception {
        order(key, "tea").andExpect(status().isCreated());
        byte[] stored = jdbc.sql("SELECT answer FROM idempotency_key ORDER BY created_at DESC LIMIT 1")
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("thing")
                .doesNotContain("tea");
    }

    @Test
    void answers_are_forgotten_after_a_day() throws Exception {
        order(key, "tea").andExpect(status().isCreated());
        jdbc.sql("UPDATE idempotency_key SET created_at = :long_ago")
                .param("long_ago", UtcTime.of(clock.instant().minus(Duration.ofHours(25))))
                .update();
        order(key + "-young", "tea").andExpect(status().isCreated());

        sweep.sweep();

        assertThat(jdbc.sql("SELECT count(*) FROM idempotency_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM test_order").query(Integer.class).single();
    }

    private ResultActions order(String key, String thing) throws Exception {
        return send(key, "/api/v1/orders", body(thing), Issuer.FIRST.bearer());
    }

    private static String body(String thing) {
        return "{\"thing\":\"" + thing + "\",\"phone\":\"13900000000\"}";
    }

    private ResultActions send(String key, String path, String body, String bearer) throws Exception {
        return mvc.perform(post(path)
                .header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> futures = threads.invokeAll(java.util.Collections.nCopies(times, call));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** A service that takes orders. */
    @TestConfiguration
    static class Shop {

        record Order(String thing, Confidential<String> phone) {}

        record Placed(long id, String thing) {}

        @RestController
        static class Orders {

            private final AtomicInteger failures = new AtomicInteger();
            private final JdbcClient jdbc;

            Orders(JdbcClient jdbc) {
                this.jdbc = jdbc;
            }

            @PostMapping({"/api/v1/orders", "/api/v1/other-orders"})
            ResponseEntity<Placed> place(@RequestBody Order order, IdempotentCall call) {
                return call.run(order, () -> {
                    jdbc.sql("INSERT INTO test_order (thing) VALUES (:thing)")
                            .param("thing", order.thing())
                            .update();
                    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("the shop is on fire");
                    }
                    long id = jdbc.sql("SELECT last_insert_id()")
                            .query(Long.class)
                            .single();
                    return ResponseEntity.created(URI.create("/api/v1/orders/" + id))
                            .eTag(ETags.of(1))
                            .body(new Placed(id, order.thing()));
                });
            }
        }
    }
}
