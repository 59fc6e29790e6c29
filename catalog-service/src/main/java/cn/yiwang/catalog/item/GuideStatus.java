package cn.yiwang.catalog.item;

/** Where a version of a guide stands. */
public enum GuideStatus {
    /** Waits for a publisher other than its last editor. Nobody is bound by it; only staff see it. */
    DRAFT,
    /** Binds from its first day on, and waits for a successor. Nothing in it changes any more. */
    PUBLISHED,
    /** A successor applies. Applications that were filed under it keep it. */
    SUPERSEDED
}
