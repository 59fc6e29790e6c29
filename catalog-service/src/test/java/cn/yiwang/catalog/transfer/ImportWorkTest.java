package cn.yiwang.catalog.transfer;

import static cn.yiwang.catalog.transfer.TransferDesk.catalog;
import static cn.yiwang.catalog.transfer.TransferDesk.province;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.transfer.Imports.Attempt;
import cn.yiwang.catalog.transfer.Imports.TakenOverException;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.ServiceTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance is killed in the midst of an import, and another one goes on. */
@ServiceTest
@TestPropertySource(properties = TransferDesk.OWN_CATALOG)
class ImportWorkTest {

    private static final Duration LEASE = Duration.ofSeconds(2);

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportFiles files;

    @Autowired
    private ImportFindings findings;

    @Autowired
    private StagedItems staged;

    @Autowired
    private CompareItems compare;

    @Autowired
    private AppliedItems items;

    @Autowired
    private AuditTrail audit;

    @BeforeEach
    void the_worker_of_this_instance_pauses() {
        worker.stop();
    }

    @AfterEach
    void the_worker_of_this_instance_goes_on() {
        worker.start();
    }

    @Test
    void a_check_that_was_killed_is_done_anew_by_another_instance() throws Exception {
        var id = upload(catalog("11430000MB1599860M", "000172911", 0, 1_200));
        var killed = new AtomicReference<Attempt>();
        var first = work(new DyingCheck(4, killed), new DyingApply(Integer.MAX_VALUE));
        assertThatThrownBy(first::next).isInstanceOf(Killed.class);
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.WAITING);

        goOn(work(new DyingCheck(Integer.MAX_VALUE, new AtomicReference<>()), new DyingApply(Integer.MAX_VALUE)));

        var found = imports.find(id).orElseThrow();
        assertThat(found.state()).isEqualTo(ImportState.CHECKED);
        assertThat(found.attempt()).isEqualTo(2);
        assertThat(found.counts().itemsNew()).isEqualTo(1_200);
        assertThat(staged.count(found.id())).isEqualTo(1_200);
        assertThatThrownBy(() -> imports.progress(killed.get(), found.counts())).isInstanceOf(TakenOverException.class);
    }

    @Test
    void an_application_that_was_killed_left_nothing_and_is_done_whole_by_another_instance() throws Exception {
        var id = upload(catalog("11430000MB1599860M", "000172912", 0, 1_200));
        var never = Integer.MAX_VALUE;
        goOn(work(new DyingCheck(never, new AtomicReference<>()), new DyingApply(never)));
        new TransferDesk(mockMvc)
                .order(
                        province(),
                        TransferDesk.body(mockMvc.perform(
                                get(TransferDesk.IMPORTS + "/" + id).with(province()))))
                .andExpect(status().isAccepted());

        // Alive is asked twice for each of two ranges: the fourth time the first range is written already.
        var first = work(new DyingCheck(never, new AtomicReference<>()), new DyingApply(4));
        await().atMost(LEASE.multipliedBy(4))
                .untilAsserted(() -> assertThatThrownBy(first::next).isInstanceOf(Killed.class));
        assertThat(count("SELECT COUNT(*) FROM business_item WHERE item_code LIKE '%3000172912%'"))
                .isZero();

        goOn(work(new DyingCheck(never, new AtomicReference<>()), new DyingApply(never)));
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.APPLIED);
        assertThat(count("SELECT COUNT(*) FROM business_item WHERE item_code LIKE '%3000172912%'"))
                .isEqualTo(1_200);
    }

    @Test
    void a_file_that_brings_everybody_down_is_given_up() throws Exception {
        var id = upload(catalog("11430000MB1599860M", "000172913", 0, 1));
        jdbc.sql("UPDATE catalog_import SET attempt = 10 WHERE public_id = :id")
                .param("id", Ids.toBytes(id))
                .update();
        goOn(work(new DyingCheck(1, new AtomicReference<>()), new DyingApply(1)));
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.FAILED);
    }

    private UUID upload(byte[] file) throws Exception {
        var call = TransferDesk.upload("a.json", file);
        call.header("Idempotency-Key", UUID.randomUUID().toString());
        var answer = mockMvc.perform(call.with(province())).andExpect(status().isAccepted());
        return UUID.fromString(TransferDesk.body(answer).get("id").stringValue());
    }

    private ImportWork work(CheckImport check, ApplyImport apply) {
        return new ImportWork(imports, check, apply, ImportWorker.leases(jdbc, transactions, LEASE));
    }

    /** Waits until what the dead one held is free, and works. */
    private static void goOn(ImportWork work) {
        await().atMost(LEASE.multipliedBy(10)).until(work::next);
        work.release();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** What kill -9 looks like from inside: nothing is tidied up. */
    private static final class Killed extends Error {
        Killed() {
            super("killed");
        }
    }

    private static Runnable dyingAt(int time, Runnable alive) {
        var asked = new int[1];
        return () -> {
            alive.run();
            if (++asked[0] == time) {
                throw new Killed();
            }
        };
    }

    private final class DyingCheck extends CheckImport {

        private final int time;
        private final AtomicReference<Attempt> seen;

        DyingCheck(int time, AtomicReference<Attempt> seen) {
            super(imports, files, findings, staged, compare, new TransactionTemplate(transactions));
            this.time = time;
            this.seen = seen;
        }

        @Override
        void run(Attempt attempt, Runnable alive) {
            seen.set(attempt);
            super.run(attempt, dyingAt(time, alive));
        }
    }

    private final class DyingApply extends ApplyImport {

        private final int time;

        DyingApply(int time) {
            super(imports, staged, items, audit, new TransactionTemplate(transactions));
            this.time = time;
        }

        @Override
        void run(Attempt attempt, Runnable alive) {
            super.run(attempt, dyingAt(time, alive));
        }
    }
}
