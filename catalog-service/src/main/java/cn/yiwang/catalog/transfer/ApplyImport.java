package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.AppliedItems.Range;
import cn.yiwang.catalog.transfer.CatalogImport.Counts;
import cn.yiwang.catalog.transfer.ImportEvent.CatalogChanged;
import cn.yiwang.catalog.transfer.ImportEvent.ItemsApplied;
import cn.yiwang.catalog.transfer.Imports.Attempt;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies a checked file in one transaction: all of it, or nothing when an item is no longer as the check saw it. */
@Component
class ApplyImport {

    private static final int BATCH = 1_000;

    private final Imports imports;
    private final StagedItems staged;
    private final AppliedItems items;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ApplyImport(
            Imports imports,
            StagedItems staged,
            AppliedItems items,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.staged = staged;
        this.items = items;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Applies it, unless another attempt did.
     *
     * @param alive asked before each piece of work; throws when the work is no longer this instance's
     */
    void run(Attempt attempt, Runnable alive) {
        var id = attempt.subject().id();
        boolean applied = Boolean.TRUE.equals(transaction.execute(status -> {
            var ranges = ranges(id);
            for (var range : ranges) {
                alive.run();
                if (items.lockAndCountChanged(range) > 0) {
                    status.setRollbackOnly();
                    return false;
                }
            }
            for (var range : ranges) {
                alive.run();
                items.apply(
                        range, attempt.subject().createdBy(), attempt.subject().orderedBy());
            }
            record(attempt);
            imports.finish(attempt, new ItemsApplied(), counts(attempt, staged.count(id)));
            return true;
        }));
        if (!applied) {
            imports.finish(attempt, new CatalogChanged(), counts(attempt, 0));
        }
        staged.clear(id);
    }

    /** Whether an item is no longer as the check saw it, as far as this can be said without holding anything. */
    boolean isStale(long importId) {
        return ranges(importId).stream().anyMatch(range -> items.countChanged(range) > 0);
    }

    private List<Range> ranges(long importId) {
        var ranges = new ArrayList<Range>();
        int last = staged.count(importId);
        for (int first = 1; first <= last; first += BATCH) {
            ranges.add(new Range(importId, first, Math.min(last, first + BATCH - 1)));
        }
        return ranges;
    }

    private void record(Attempt attempt) {
        var subject = attempt.subject();
        audit.record(new AuditEntry(
                "apply-catalog-import",
                "catalog-import",
                subject.publicId().toString(),
                null,
                Map.of(
                        "orderedBy",
                        String.valueOf(subject.orderedBy()),
                        "fileSha256",
                        subject.fileSha256(),
                        "new",
                        subject.counts().itemsNew(),
                        "changed",
                        subject.counts().itemsChanged())));
    }

    private static Counts counts(Attempt attempt, int applied) {
        var before = attempt.subject().counts();
        return new Counts(
                before.rowsRead(),
                before.itemsChecked(),
                applied,
                before.itemsNew(),
                before.itemsChanged(),
                before.itemsUnchanged(),
                before.blocking(),
                before.advice());
    }
}
