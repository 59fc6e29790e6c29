package cn.yiwang.application.acceptance;

import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.WithdrawApplication;
import cn.yiwang.application.lifecycle.Status;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Does what each notice announced once its last day has passed without corrections, one application per transaction. */
@Component
class LapseCorrections {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(LapseCorrections.class);

    private final Desk desk;
    private final Corrections corrections;
    private final DeclineApplication decline;
    private final WithdrawApplication withdraw;
    private final TransactionOperations transactions;

    LapseCorrections(
            Desk desk,
            Corrections corrections,
            DeclineApplication decline,
            WithdrawApplication withdraw,
            TransactionOperations transactions) {
        this.desk = desk;
        this.corrections = corrections;
        this.decline = decline;
        this.withdraw = withdraw;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void run() {
        LocalDate today = Desk.day(desk.now());
        List<Long> keys = corrections.missed(today, 0, BATCH);
        while (!keys.isEmpty()) {
            keys.forEach(this::lapseAlone);
            keys = corrections.missed(today, keys.getLast(), BATCH);
        }
    }

    private void lapseAlone(long key) {
        try {
            transactions.executeWithoutResult(transaction -> desk.claim(key).ifPresent(this::lapse));
        } catch (RuntimeException failed) {
            log.error(
                    "The missed correction of application row {} has had no consequence yet; the others go on",
                    key,
                    failed);
        }
    }

    private void lapse(Application before) {
        Correction correction = corrections.of(before.key()).orElseThrow();
        if (before.status() != Status.CORRECTION_REQUESTED || correction.state() != Correction.State.OPEN) {
            return;
        }
        corrections.miss(before.key());
        switch (correction.consequence()) {
            case NOT_ACCEPTED -> decline.declineUncorrected(before, "逾期未按一次性告知的内容补正");
            case WITHDRAWN -> withdraw.withdrawUncorrected(before);
        }
    }
}
