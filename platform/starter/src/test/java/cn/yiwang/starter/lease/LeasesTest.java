package cn.yiwang.starter.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private final TestSchema schema = RealServers.schema();

    @Test
    void a_lonely_instance_holds_everything() {
        Leases only = member(Duration.ofSeconds(5));

        only.renew();

        assertThat(only.held()).hasSize(16);
    }

    @Test
    void an_instance_that_joins_gets_its_fair_share() {
        Leases first = member(Duration.ofSeconds(5));
        Leases second = member(Duration.ofSeconds(5));
        Leases third = member(Duration.ofSeconds(5));

        rounds(3, first, second, third);

        assertThat(List.of(
                        first.held().size(), second.held().size(), third.held().size()))
                .allSatisfy(size -> assertThat(size).isBetween(4, 6));
        assertEachSlotIsHeldOnce(first, second, third);
    }

    @Test
    void what_a_dead_instance_held_is_taken_over_when_its_lease_has_run_out() {
        Leases alive = member(Duration.ofMillis(600));
        Leases dead = member(Duration.ofMillis(600));
        rounds(2, alive, dead);
        assertThat(dead.held()).hasSize(8);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            alive.renewIfDue();
            assertThat(alive.held()).hasSize(16);
        });
        assertThat(dead.held()).isEmpty();
    }

    @Test
    void instances_that_renew_at_the_same_moment_do_not_get_into_each_others_way() throws Exception {
        List<Leases> members =
                List.of(member(Duration.ofSeconds(5)), member(Duration.ofSeconds(5)), member(Duration.ofSeconds(5)));
        try (ExecutorService instances = Executors.newFixedThreadPool(members.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Leases member : members) {
                running.add(instances.submit(() -> {
                    for (int round = 0; round < 30; round++) {
                        member.renew();
                    }
                }));
            }
            for (Future<?> instance : running) {
                instance.get();
            }
        }

        rounds(2, members.toArray(Leases[]::new));
        assertEachSlotIsHeldOnce(members.toArray(Leases[]::new));
    }

    @Test
    void an_instance_that_leaves_makes_nobody_wait() {
        Leases staying = member(Duration.ofHours(1));
        Leases leaving = member(Duration.ofHours(1));
        rounds(2, staying, leaving);

        leaving.release();
        staying.renew();

        assertThat(leaving.held()).isEmpty();
        assertThat(staying.held()).hasSize(16);
    }

    private Leases member(Duration duration) {
        return new Leases(schema.jdbc(), schema.transaction(), "task", 16, duration);
    }

    private static void rounds(int rounds, Leases... members) {
        for (int round = 0; round < rounds; round++) {
            for (Leases member : members) {
                member.renew();
            }
        }
    }

    private static void assertEachSlotIsHeldOnce(Leases... members) {
        Set<Integer> all = new HashSet<>();
        int sum = 0;
        for (Leases member : members) {
            all.addAll(member.held());
            sum += member.held().size();
        }
        assertThat(all).hasSize(16);
        assertThat(sum).isEqualTo(16);
    }
}
