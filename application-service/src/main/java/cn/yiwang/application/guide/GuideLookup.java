package cn.yiwang.application.guide;

/**
 * The answer of the catalog, asked for before the transaction begins (no connection of the pool waits for another service) and
 * looked at inside it (a repeated call gets its first answer even while the catalog is down).
 */
public sealed interface GuideLookup {

    /** The guide, or the failure that asking for it ended in. */
    PinnedGuide get();

    record Found(PinnedGuide get) implements GuideLookup {}

    record Failed(RuntimeException reason) implements GuideLookup {

        @Override
        public PinnedGuide get() {
            throw reason;
        }
    }
}
