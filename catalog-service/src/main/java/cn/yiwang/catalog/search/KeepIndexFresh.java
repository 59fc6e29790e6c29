package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.ItemChanged;
import cn.yiwang.catalog.item.PublishedItems;
import cn.yiwang.catalog.search.synonym.KeptSynonyms;
import cn.yiwang.catalog.search.synonym.SynonymsChanged;
import cn.yiwang.catalog.search.word.Synonyms;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
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
    private final ReentrantLock learning = new ReentrantLock();
    private final ReentrantLock comparing = new ReentrantLock();
    private long knownSynonyms = -1;
    private volatile boolean running;

    KeepIndexFresh(PublishedItems items, KeptSynonyms synonyms, ItemIndex index) {
        this.items = items;
        this.synonyms = synonyms;
        this.index = index;
    }

    @Override
    public void start() {
        learn();
        compare();
        running = true;
        LOG.info("{} items can be found", index.size());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Loads one item anew; an unknown one is left alone. */
    void refresh(UUID publicId) {
        items.idOf(publicId).ifPresent(id -> index.update(batches -> items.load(List.of(id), batches)));
    }

    /**
     * At a fixed rate, as the synonyms are looked at too: all tasks with a fixed delay share one thread, in which a sweep that takes
     * minutes would keep this instance from hearing of anything.
     */
    @Scheduled(initialDelayString = "PT30S", fixedRateString = "PT30S")
    void compareUnlessComparing() {
        if (comparing.tryLock()) {
            try {
                compare();
            } finally {
                comparing.unlock();
            }
        }
    }

    void compare() {
        var outdated = index.outdated(items.revisions());
        if (!outdated.isEmpty()) {
            index.update(batches -> items.load(outdated, batches));
        }
    }

    /** Takes over the synonyms if somebody changed them: one look at one row a second. */
    @Scheduled(initialDelayString = "PT1S", fixedRateString = "PT1S")
    void learnUnlessLearning() {
        if (learning.tryLock()) {
            try {
                learn();
            } finally {
                learning.unlock();
            }
        }
    }

    private void learn() {
        learning.lock();
        try {
            long current = synonyms.revision();
            if (current != knownSynonyms) {
                index.understand(new Synonyms(synonyms.all()));
                knownSynonyms = current;
            }
        } finally {
            learning.unlock();
        }
    }

    @TransactionalEventListener
    void learnAfterCommit(SynonymsChanged change) {
        if (!running) {
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
        if (!running) {
            return;
        }
        try {
            refresh(change.publicId());
        } catch (RuntimeException e) {
            LOG.warn("The index will learn of item {} with the next comparison", change.publicId(), e);
        }
    }
}
