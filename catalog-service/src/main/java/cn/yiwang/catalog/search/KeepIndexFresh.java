package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.ItemChanged;
import cn.yiwang.catalog.item.PublishedItems;
import cn.yiwang.catalog.search.synonym.KeptSynonyms;
import cn.yiwang.catalog.search.synonym.SynonymsChanged;
import cn.yiwang.catalog.search.word.Synonyms;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Fills the index before the service takes calls and keeps it fresh: at once for what this instance publishes, by the topic for what others
 * publish, and by comparing every revision each half minute, which finds whatever the other two missed. The synonyms that it finds by
 * are looked at every second.
 */
@Component
class KeepIndexFresh implements SmartLifecycle {

    /** After the seed is imported, before the port opens. */
    static final int PHASE = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(KeepIndexFresh.class);

    private final PublishedItems items;
    private final KeptSynonyms synonyms;
    private final ItemIndex index;
    private long knownSynonyms = -1;
    private volatile @Nullable ScheduledExecutorService looking;

    KeepIndexFresh(PublishedItems items, KeptSynonyms synonyms, ItemIndex index) {
        this.items = items;
        this.synonyms = synonyms;
        this.index = index;
    }

    @Override
    public void start() {
        learn();
        compare();
        looking = look();
        LOG.info("{} items can be found", index.size());
    }

    /**
     * Threads of their own: the service's tasks share one, in which a sweep that takes minutes would keep this instance from hearing of
     * anything.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // both go on until the threads are shut down
    private ScheduledExecutorService look() {
        var made = Thread.ofPlatform().daemon().name("index-freshness-", 1).factory();
        var threads = Executors.newScheduledThreadPool(2, made);
        threads.scheduleWithFixedDelay(carefully(this::learn), 1, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(carefully(this::compare), 30, 30, TimeUnit.SECONDS);
        return threads;
    }

    /** A look that fails must not be the last one. */
    private static Runnable carefully(Runnable look) {
        return () -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                LOG.warn("The index could not be compared with the catalog; tried again", e);
            }
        };
    }

    @Override
    public void stop() {
        var threads = looking;
        if (threads != null) {
            threads.shutdownNow();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Loads one item anew; an unknown one is left alone. */
    void refresh(UUID publicId) {
        items.idOf(publicId).ifPresent(id -> index.update(batches -> items.load(List.of(id), batches)));
    }

    void compare() {
        var outdated = index.outdated(items.revisions());
        if (!outdated.isEmpty()) {
            index.update(batches -> items.load(outdated, batches));
        }
    }

    /** Takes over the synonyms if somebody changed them: one look at one row a second. */
    private synchronized void learn() {
        long current = synonyms.revision();
        if (current != knownSynonyms) {
            index.understand(new Synonyms(synonyms.all()));
            knownSynonyms = current;
        }
    }

    @TransactionalEventListener
    void learnAfterCommit(SynonymsChanged change) {
        if (!isRunning()) {
            return;
        }
        try {
            learn();
        } catch (RuntimeException e) {
            LOG.warn("The index will learn of the synonyms within seconds", e);
        }
    }

    /** The transaction is committed by now: a failure here must not look like its failure. */
    @TransactionalEventListener
    void refreshAfterCommit(ItemChanged change) {
        if (!isRunning()) {
            return;
        }
        try {
            refresh(change.publicId());
        } catch (RuntimeException e) {
            LOG.warn("The index will learn of item {} with the next comparison", change.publicId(), e);
        }
    }
}
