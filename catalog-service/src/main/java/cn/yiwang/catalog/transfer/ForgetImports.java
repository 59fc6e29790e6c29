package cn.yiwang.catalog.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives up checked files that nobody has applied, and removes files, staged items and findings some time after the end of their import.
 * Any number of instances may do it: every step says the same when it is done twice.
 */
@Component
class ForgetImports {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetImports.class);
    private static final int BATCH = 50;

    private final Imports imports;
    private final ImportFiles files;
    private final ImportFindings findings;
    private final StagedItems staged;
    private final Clock clock;
    private final Duration kept;

    ForgetImports(
            Imports imports,
            ImportFiles files,
            ImportFindings findings,
            StagedItems staged,
            Clock clock,
            @Value("${yiwang.catalog.imports.kept:P30D}") Duration kept) {
        this.imports = imports;
        this.files = files;
        this.findings = findings;
        this.staged = staged;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT30M")
    void run() {
        var before = clock.instant().minus(kept);
        each(imports.uselesslyCheckedBefore(before, BATCH), imports::giveUpWaiting);
        each(imports.finishedBefore(before, BATCH), this::empty);
    }

    private void empty(long id) {
        files.clear(id);
        staged.clear(id);
        findings.clear(id);
        imports.emptied(id);
    }

    /** One that fails does not keep the others. */
    private static void each(List<Long> ids, Consumer<Long> step) {
        for (var id : ids) {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                LOG.error("Import {} was not forgotten; tried again later", id, e);
            }
        }
    }
}
