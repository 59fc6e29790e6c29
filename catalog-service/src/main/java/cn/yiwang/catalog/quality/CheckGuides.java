package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.item.GuideJson;
import cn.yiwang.catalog.law.Laws;
import cn.yiwang.catalog.quality.GuideChecks.Candidate;
import cn.yiwang.catalog.rule.GuideExamination;
import cn.yiwang.catalog.standard.Prescriptions;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the rules again to every published guide: when it changed, when the laws did, and with every new day, since days repeal laws. One
 * instance at a time; a guide that fails is left for the next round.
 */
@Component
class CheckGuides {

    private static final Logger LOG = LoggerFactory.getLogger(CheckGuides.class);
    private static final int BATCH = 200;

    private final GuideChecks checks;
    private final GuideExamination examination;
    private final Laws laws;
    private final TransactionTemplate transaction;
    private final Prescriptions prescriptions;
    private final Leases leases;
    private final Clock clock;
    private @Nullable State checked;

    CheckGuides(
            GuideChecks checks,
            GuideExamination examination,
            Laws laws,
            Prescriptions prescriptions,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.checks = checks;
        this.examination = examination;
        this.laws = laws;
        this.prescriptions = prescriptions;
        this.transaction = new TransactionTemplate(transactions);
        this.leases = new Leases(jdbc, transaction, "guide-check", 1, Duration.ofSeconds(60));
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    void runWhereItsTurn() {
        if (isItsTurn()) {
            runWhile(this::isItsTurn);
        }
    }

    /** A round over the whole catalog takes longer than a lease: it goes on only as long as nobody else took over. */
    private boolean isItsTurn() {
        leases.renewIfDue();
        return !leases.held().isEmpty();
    }

    /** Checks all that is due. */
    void run() {
        checked = null;
        runWhile(() -> true);
    }

    private void runWhile(BooleanSupplier mayGoOn) {
        var today = ChinaTime.today(clock);
        var state = new State(today, laws.book().revision(), prescriptions.revision(), checks.catalogRevision());
        if (state.equals(checked)) {
            return;
        }
        transaction.executeWithoutResult(status -> checks.forgetPast(today));
        long after = 0;
        boolean complete = true;
        for (var due = checks.due(today, state.laws(), after, BATCH);
                !due.isEmpty();
                due = checks.due(today, state.laws(), after, BATCH)) {
            for (var guide : due) {
                complete &= check(guide, today, state.laws());
            }
            after = due.getLast().id();
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
        }
        checked = complete ? state : null;
    }

    /** What all guides were checked under: while nothing of it changes, nothing has to be looked for. */
    private record State(LocalDate day, long laws, long standards, long catalog) {}

    private boolean check(Candidate guide, LocalDate today, long revision) {
        try {
            var from = guide.effectiveFrom();
            var day = from == null || from.isBefore(today) ? today : from;
            var findings = examination.findings(guide.item(), GuideJson.read(guide.guide()), day, guide.note());
            transaction.executeWithoutResult(status -> checks.record(guide, today, revision, findings));
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "Version {} of the guide of {} could not be checked; tried again",
                    guide.version(),
                    guide.item(),
                    e);
            return false;
        }
    }
}
