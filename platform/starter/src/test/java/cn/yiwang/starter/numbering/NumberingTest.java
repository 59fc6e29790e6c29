package cn.yiwang.starter.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiwang.starter.confidential.AesGcmCodec;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.confidential.KeyRing;
import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class NumberingTest {

    private static final TestSchema SCHEMA = RealServers.schema();
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void serials_of_one_instance_count_from_one_without_gaps() {
        Serials serials = new Serials(SCHEMA.jdbc(), SCHEMA.transaction());
        assertThat(LongStream.rangeClosed(1, 1000).map(i -> serials.next("alone")))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1000).boxed().toList());
        assertThat(serials.next("another series")).isEqualTo(1);
    }

    @Test
    void no_two_instances_and_threads_ever_get_the_same_serial() throws Exception {
        List<Callable<List<Long>>> takers = new ArrayList<>();
        for (int instance = 0; instance < 3; instance++) {
            var own = SCHEMA.instance();
            Serials serials = new Serials(own.jdbc(), own.transaction());
            for (int thread = 0; thread < 4; thread++) {
                takers.add(() -> {
                    List<Long> taken = new ArrayList<>();
                    for (int i = 0; i < 300; i++) {
                        taken.add(serials.next("shared"));
                    }
                    return taken;
                });
            }
        }
        List<Long> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(takers.size())) {
            for (Future<List<Long>> taken : threads.invokeAll(takers)) {
                all.addAll(taken.get());
            }
        }
        assertThat(new HashSet<>(all)).hasSize(takers.size() * 300);
    }

    @Test
    void callers_that_hold_every_connection_of_the_pool_still_get_their_serials() {
        TestSchema.Instance own = SCHEMA.instance();
        int callers = own.pool().getMaximumPoolSize();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(NumberingAutoConfiguration.class))
                .withBean(DataSource.class, own::pool)
                .withBean(JdbcClient.class, own::jdbc)
                .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(own.pool()))
                .withBean(ConfidentialCodec.class, NumberingTest::codec)
                .withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
                .run(context -> {
                    Serials serials = context.getBean(Serials.class);
                    CyclicBarrier everyConnectionIsTaken = new CyclicBarrier(callers);
                    Callable<Long> caller = () -> own.transaction().execute(status -> {
                        awaitAll(everyConnectionIsTaken);
                        return serials.next("burst");
                    });
                    List<Long> taken = new ArrayList<>();
                    try (var threads = Executors.newFixedThreadPool(callers)) {
                        for (Future<Long> serial : threads.invokeAll(Collections.nCopies(callers, caller))) {
                            taken.add(serial.get());
                        }
                    }
                    assertThat(taken).doesNotHaveDuplicates().hasSize(callers);
                });
    }

    private static void awaitAll(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_right_code_passes_and_a_wrong_one_does_not() {
        QueryCodes codes = codes(NOW);
        String code = codes.random();
        byte[] hash = codes.hash("1001", code);
        assertThat(code).matches("[2-9A-HJKMNP-Z]{10}");
        codes.check(hash, "1001", code);
        refused(codes, hash, "1001", "AAAAAAAAAA", CommonProblem.NOT_FOUND);
        refused(codes, codes.hash("1002", code), "1001", code, CommonProblem.NOT_FOUND);
        refused(codes, null, "1003", code, CommonProblem.NOT_FOUND);
    }

    @Test
    void guessing_is_stopped_for_a_while_and_for_that_number_only() {
        QueryCodes codes = codes(NOW);
        String code = codes.random();
        byte[] hash = codes.hash("2001", code);
        for (int i = 0; i < QueryCodes.MOST_FAILURES; i++) {
            refused(codes, hash, "2001", "AAAAAAAAAA", CommonProblem.NOT_FOUND);
        }
        refused(codes, hash, "2001", code, CommonProblem.TOO_MANY_REQUESTS);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> codes(NOW.plus(Duration.ofMinutes(4))).check(hash, "2001", code))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(11)));
        codes.check(codes.hash("2002", code), "2002", code);
        QueryCodes later = codes(NOW.plus(QueryCodes.WINDOW).plus(Duration.ofSeconds(1)));
        later.check(hash, "2001", code);
        refused(later, hash, "2001", "AAAAAAAAAA", CommonProblem.NOT_FOUND);
        later.check(hash, "2001", code);
    }

    private static void refused(QueryCodes codes, byte[] hash, String number, String code, CommonProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> codes.check(hash, number, code))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static QueryCodes codes(Instant now) {
        return new QueryCodes(codec(), SCHEMA.jdbc(), SCHEMA.transaction(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ConfidentialCodec codec() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new AesGcmCodec(KeyRing.of("k1", Map.of("k1", key)), KeyRing.secretKey("index", key, "HmacSHA256"));
    }
}
