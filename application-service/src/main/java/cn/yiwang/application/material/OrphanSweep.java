package cn.yiwang.application.material;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes contents whose row never came, because the call ended between the two. */
@Component
class OrphanSweep {

    /** Far longer than any upload takes, so that no row is still on its way. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

    private final MaterialStore store;
    private final List<ContentReferences> references;
    private final Clock clock;

    OrphanSweep(MaterialStore store, List<ContentReferences> references, Clock clock) {
        this.store = store;
        this.references = List.copyOf(references);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        int removed = store.sweep(clock.instant().minus(GRACE), this::isReferred);
        if (removed > 0) {
            log.info("Removed {} contents that no application refers to", removed);
        }
    }

    private boolean isReferred(byte[] sha256) {
        return references.stream().anyMatch(reference -> reference.isReferred(sha256));
    }
}
