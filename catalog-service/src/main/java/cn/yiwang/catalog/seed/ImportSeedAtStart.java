package cn.yiwang.catalog.seed;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Imports the seed before the index is filled and the port opens. */
@Component
class ImportSeedAtStart implements SmartLifecycle {

    private static final int PHASE = 1000;

    private final ImportSeed importSeed;
    private volatile boolean running;

    ImportSeedAtStart(ImportSeed importSeed) {
        this.importSeed = importSeed;
    }

    @Override
    public void start() {
        importSeed.run();
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
