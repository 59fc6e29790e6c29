package cn.yiwang.catalog.onething;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the first packages in when their items are there and before the port opens. */
@Component
class SeedOneThingsAtStart implements SmartLifecycle {

    /** The items come in phase 1000. */
    private static final int PHASE = 1_010;

    private final SeedOneThings seed;
    private volatile boolean running;

    SeedOneThingsAtStart(SeedOneThings seed) {
        this.seed = seed;
    }

    @Override
    public void start() {
        seed.run();
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
