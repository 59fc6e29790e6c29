package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.ImportEvent.ApplicationOrdered;
import cn.yiwang.catalog.transfer.ImportEvent.CatalogChanged;
import cn.yiwang.catalog.transfer.ImportEvent.FileAccepted;
import cn.yiwang.catalog.transfer.ImportEvent.FileRefused;
import cn.yiwang.catalog.transfer.ImportEvent.GivenUp;
import cn.yiwang.catalog.transfer.ImportEvent.ItemsApplied;
import cn.yiwang.catalog.transfer.ImportEvent.WaitedTooLong;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen to an import. */
final class ImportLifecycle {

    static final TransitionTable<ImportState, ImportEvent> TABLE = TransitionTable.<ImportState, ImportEvent>startingIn(
                    ImportState.WAITING)
            .from(ImportState.WAITING)
            .on(FileAccepted.class)
            .to(ImportState.CHECKED)
            .on(FileRefused.class)
            .to(ImportState.REFUSED)
            .on(GivenUp.class)
            .to(ImportState.FAILED)
            .from(ImportState.CHECKED)
            .on(ApplicationOrdered.class)
            .to(ImportState.APPLYING)
            .on(WaitedTooLong.class)
            .to(ImportState.STALE)
            .from(ImportState.APPLYING)
            .on(ItemsApplied.class)
            .to(ImportState.APPLIED)
            .on(CatalogChanged.class)
            .to(ImportState.STALE)
            .on(GivenUp.class)
            .to(ImportState.FAILED)
            .table();

    private ImportLifecycle() {}

    /** The state after an event that the caller knows to be possible. */
    static ImportState after(ImportState from, ImportEvent event) {
        return TABLE.next(from, event)
                .orElseThrow(() -> new IllegalStateException(event + " cannot happen to an import in " + from));
    }
}
