package cn.yiwang.catalog.item;

/** Where a version of a guide stands. */
public enum GuideStatus {
    /** Is being written. Nobody is bound by it; only staff see it. */
    DRAFT,
    /** Waits for a publisher who did not write on it, to publish it or to give it back with reasons. Nobody writes on it meanwhile. */
    IN_REVIEW,
    /** Binds from its first day on, and waits for a successor. Nothing in it changes any more. */
    PUBLISHED,
    /** A successor applies. Applications that were filed under it keep it. */
    SUPERSEDED,
    /** The item ended, and the version with it: withdrawn, or abolished for a successor. A first day after the last one: it never applied. */
    WITHDRAWN;

    /** Whether the version is not published yet. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW;
    }
}
