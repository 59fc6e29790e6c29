package cn.yiwang.catalog.search.synonym;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Imports the first synonyms before the index is filled and the port opens. */
@Component
class ImportSynonymsAtStart implements SmartLifecycle {

    private static final int PHASE = 1100;

    private final ImportSynonyms importSynonyms;
    private volatile boolean running;

    ImportSynonymsAtStart(ImportSynonyms importSynonyms) {
        this.importSynonyms = importSynonyms;
    }

    @Override
    public void start() {
        importSynonyms.run();
        running = true;
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
}
