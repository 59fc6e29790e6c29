package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two officials who decide the same application at the same moment. */
@Order(30)
class ConflictIT {

    private static final int REPETITIONS = 100;

    private static final String GRANT = """
            {"outcome": "GRANTED", "reason": "符合法定条件"}""";

    private static final String REFUSE = """
            {"outcome": "REFUSED", "reason": "不符合第三条"}""";

    private record Duel(Filing filing, Answer grant, Answer refusal) {

        boolean granted() {
            return grant.isSuccess();
        }

        Answer loser() {
            return granted() ? refusal : grant;
        }
    }

    @Test
    void of_two_conflicting_decisions_exactly_one_wins_every_time() throws Exception {
        List<Duel> duels;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var filings = all(threads.invokeAll(IntStream.range(0, REPETITIONS)
                    .mapToObj(_ -> (Callable<Filing>) () ->
                            Filing.submitted(Persona.AGENT, Filing.CANCELLATION).throughOneReview())
                    .toList()));
            duels = filings.stream().map(ConflictIT::duel).toList();
        }

        assertThat(duels).hasSize(REPETITIONS).allSatisfy(duel -> {
            assertThat(List.of(duel.grant().status(), duel.refusal().status())).containsExactlyInAnyOrder(201, 412);
            duel.loser().expectProblem(412, "stale-version");
            leavesNoTraceOfTheLoser(duel);
        });
        var events = Broker.awaitEvents(
                "yiwang.application",
                duels.stream().map(duel -> duel.filing().id()).toList(),
                4);
        assertThat(duels).allSatisfy(duel -> {
            var types = events.get(duel.filing().id()).stream()
                    .map(event -> event.path("type").asString())
                    .toList();
            assertThat(types)
                    .hasSize(4)
                    .contains("cn.yiwang.application." + (duel.granted() ? "granted" : "refused") + ".v1")
                    .doesNotContain("cn.yiwang.application." + (duel.granted() ? "refused" : "granted") + ".v1");
        });
    }

    private static void leavesNoTraceOfTheLoser(Duel duel) {
        var read = duel.filing().read(Persona.APPROVER).expect(200);
        assertThat(read.json().path("decision").path("outcome").asString(""))
                .as("%s", read)
                .isEqualTo(duel.granted() ? "GRANTED" : "REFUSED");
        assertThat(read.etag()).isEqualTo((duel.granted() ? duel.grant() : duel.refusal()).etag());
        assertThat(duel.filing()
                        .history(Persona.APPROVER)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .as("submitted, accepted, reviewed, decided once")
                .isEqualTo(4);
    }

    private static Duel duel(Filing filing) {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var grant = threads.submit(() -> decide(filing, GRANT, start));
            var refusal = threads.submit(() -> decide(filing, REFUSE, start));
            return new Duel(filing, grant.get(), refusal.get());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each of the two is another official with a key of their own. */
    private static Answer decide(Filing filing, String decision, CyclicBarrier start) throws Exception {
        var call = filing.call(Persona.APPROVER, "decisions", decision)
                .as(Persona.APPROVER
                        .token()
                        .with("sub", "approver-" + UUID.randomUUID())
                        .bearer());
        start.await();
        return call.send();
    }

    private static <T> List<T> all(List<Future<T>> futures) throws Exception {
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
