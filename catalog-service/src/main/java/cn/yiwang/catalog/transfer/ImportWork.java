package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.ImportEvent.GivenUp;
import cn.yiwang.catalog.transfer.Imports.TakenOverException;
import cn.yiwang.starter.lease.Leases;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on imports that falls to one instance: those in the slots it holds the lease of. What a dead instance began, another one
 * begins anew as soon as the lease has run out; a check changes nothing, and an application is one transaction.
 */
final class ImportWork {

    /** Imports of different slots are worked on side by side by different instances. */
    static final int SLOTS = 4;

    /** A file that brings down every instance that reads it must not do so for ever. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final Imports imports;
    private final CheckImport check;
    private final ApplyImport apply;
    private final Leases leases;
    private volatile boolean stopping;

    ImportWork(Imports imports, CheckImport check, ApplyImport apply, Leases leases) {
        this.imports = imports;
        this.check = check;
        this.apply = apply;
        this.leases = leases;
    }

    /** Takes up work again. */
    void start() {
        stopping = false;
    }

    /** Stops the work at the next occasion. */
    void stop() {
        stopping = true;
    }

    /** Gives the slots back. */
    void release() {
        leases.release();
    }

    /** Does what waits longest; returns whether there was anything. */
    boolean next() {
        leases.renewIfDue();
        var held = leases.held();
        var found = held.isEmpty() ? Optional.<CatalogImport>empty() : imports.next(SLOTS, held);
        found.ifPresent(this::take);
        return found.isPresent();
    }

    private void take(CatalogImport found) {
        int slot = (int) (found.id() % SLOTS);
        try {
            var attempt = imports.begin(found);
            if (attempt.number() > MOST_ATTEMPTS) {
                imports.finish(attempt, new GivenUp(), found.counts());
                LOG.error("Import {} failed {} times and is given up", found.publicId(), MOST_ATTEMPTS);
                return;
            }
            switch (found.state()) {
                case WAITING -> check.run(attempt, () -> demandSlot(slot));
                case APPLYING -> apply.run(attempt, () -> demandSlot(slot));
                case CHECKED, REFUSED, APPLIED, STALE, FAILED ->
                    throw new IllegalStateException("nothing to do for an import in " + found.state());
            }
        } catch (TakenOverException | SlotLostException e) {
            LOG.info("Import {} goes on elsewhere: {}", found.publicId(), e.getMessage());
        }
    }

    private void demandSlot(int slot) {
        leases.renewIfDue();
        if (stopping || !leases.held().contains(slot)) {
            throw new SlotLostException();
        }
    }

    /** The lease ran out or this instance goes down. */
    private static final class SlotLostException extends RuntimeException {
        SlotLostException() {
            super("the lease of this instance has ended");
        }
    }
}
