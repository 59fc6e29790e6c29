package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.CatalogImport.Counts;
import cn.yiwang.catalog.transfer.ImportEvent.FileAccepted;
import cn.yiwang.catalog.transfer.ImportEvent.FileRefused;
import cn.yiwang.catalog.transfer.Imports.Attempt;
import cn.yiwang.catalog.transfer.StagedItem.Action;
import cn.yiwang.catalog.transfer.content.CatalogReader;
import cn.yiwang.catalog.transfer.content.Findings;
import cn.yiwang.catalog.transfer.content.Place;
import cn.yiwang.catalog.transfer.content.ProposedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file to its end, compares it with the catalog and keeps what applying it would do. Changes nothing of the catalog. */
@Component
class CheckImport {

    private static final int BATCH = 200;

    private final Imports imports;
    private final ImportFiles files;
    private final ImportFindings storedFindings;
    private final StagedItems staged;
    private final CompareItems compare;
    private final TransactionOperations transaction;

    CheckImport(
            Imports imports,
            ImportFiles files,
            ImportFindings storedFindings,
            StagedItems staged,
            CompareItems compare,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.files = files;
        this.storedFindings = storedFindings;
        this.staged = staged;
        this.compare = compare;
        this.transaction = transaction;
    }

    /**
     * Checks from the beginning, whatever an earlier attempt left.
     *
     * @param alive asked before each piece of work; throws when the work is no longer this instance's
     */
    void run(Attempt attempt, Runnable alive) {
        staged.clear(attempt.subject().id());
        storedFindings.clear(attempt.subject().id());
        try (var file = files.copy(attempt.subject().id())) {
            new Run(attempt, alive).read(file.path());
        }
    }

    private final class Run {

        private final Attempt attempt;
        private final Runnable alive;
        private final Findings findings = new Findings();
        private final List<ProposedItem> waiting = new ArrayList<>(BATCH);
        private final Map<String, String> entered = new HashMap<>();
        private final Map<Action, Integer> actions = new EnumMap<>(Action.class);
        private int rows;
        private int checked;
        private int kept;
        private int stagedItems;

        Run(Attempt attempt, Runnable alive) {
            this.attempt = attempt;
            this.alive = alive;
        }

        void read(Path file) {
            CatalogReader.read(
                    file,
                    findings,
                    item -> {
                        waiting.add(item);
                        if (waiting.size() == BATCH) {
                            checkWaiting();
                        }
                    },
                    rowsRead -> {
                        alive.run();
                        rows = rowsRead;
                        imports.progress(attempt, counts());
                    });
            checkWaiting();
            if (checked == 0 && findings.blockingCount() == 0) {
                findings.blocking(Place.ofFile(), "no-items");
            }
            var refused = findings.blockingCount() > 0;
            transaction.executeWithoutResult(status -> {
                keepFindings();
                imports.finish(attempt, refused ? new FileRefused() : new FileAccepted(), counts());
            });
            if (refused) {
                staged.clear(attempt.subject().id());
            }
        }

        private void checkWaiting() {
            if (waiting.isEmpty()) {
                return;
            }
            alive.run();
            var result = compare.compare(waiting, attempt.subject().owner(), entered, findings);
            checked += waiting.size();
            waiting.clear();
            result.forEach(item -> actions.merge(item.action(), 1, Integer::sum));
            transaction.executeWithoutResult(status -> {
                // First, so that an attempt that was taken over writes nothing.
                imports.progress(attempt, counts());
                // A file with a blocking finding is not applied; its items need not be kept.
                if (findings.blockingCount() == 0) {
                    staged.add(attempt.subject().id(), stagedItems + 1, result);
                    stagedItems += result.size();
                }
                keepFindings();
            });
        }

        private void keepFindings() {
            var taken = findings.take();
            if (!taken.isEmpty()) {
                storedFindings.add(attempt.subject().id(), kept + 1, taken);
                kept += taken.size();
            }
        }

        private int number(Action action) {
            return actions.getOrDefault(action, 0);
        }

        private Counts counts() {
            return new Counts(
                    rows,
                    checked,
                    0,
                    number(Action.NEW),
                    number(Action.OPEN) + number(Action.REWRITE),
                    number(Action.NONE),
                    findings.blockingCount(),
                    findings.adviceCount());
        }
    }
}
