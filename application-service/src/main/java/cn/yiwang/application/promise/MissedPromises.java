package cn.yiwang.application.promise;

import cn.yiwang.application.commitment.MissedPromise;
import cn.yiwang.application.commitment.PromisedMaterials;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.interruption.Interruption.Ground;
import cn.yiwang.application.interruption.TerminateApplication;
import cn.yiwang.application.lifecycle.Termination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Draws the consequence once the last day for a promised material has passed without it, one application per transaction. */
@Component
class MissedPromises {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(MissedPromises.class);

    private final Desk desk;
    private final PromisedMaterials promises;
    private final TerminateApplication terminate;
    private final TransactionOperations transactions;

    MissedPromises(
            Desk desk, PromisedMaterials promises, TerminateApplication terminate, TransactionOperations transactions) {
        this.desk = desk;
        this.promises = promises;
        this.terminate = terminate;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void run() {
        LocalDate today = Desk.day(desk.now());
        List<Long> keys = promises.missed(today, 0, BATCH);
        while (!keys.isEmpty()) {
            keys.forEach(this::missAlone);
            keys = promises.missed(today, keys.getLast(), BATCH);
        }
    }

    private void missAlone(long key) {
        try {
            transactions.executeWithoutResult(transaction -> desk.claim(key).ifPresent(this::miss));
        } catch (RuntimeException failed) {
            log.error(
                    "The missed promise of application row {} has had no consequence yet; the others go on",
                    key,
                    failed);
        }
    }

    private void miss(Application before) {
        promises.miss(before.key());
        if (before.status().isFinal()) {
            return;
        }
        Instant now = desk.now();
        Change change = Change.of(before, before.status(), before.mover()).set("promised_materials", 0);
        Application after = desk.write(before, change, 1, now);
        desk.journal()
                .announce(after, desk.guide(after).version(), null, "promised-material-missed", null, Map.of(), now);
        desk.journal().audit(null, "miss-promise", after, null);
        if (promises.consequence() == MissedPromise.TERMINATED) {
            terminate.terminate(null, after, Termination.PROMISE_NOT_KEPT, new Ground("申请人签署的容缺受理承诺书", "逾期未补交承诺后补的材料"));
        }
    }
}
