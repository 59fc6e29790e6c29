package cn.yiwang.catalog.onething;

/** Where a version of a package stands. */
enum OneThingStatus {
    /** Waits for a publisher who did not write on it. Only staff see it. */
    DRAFT,
    /** What people are shown; waits for a successor or a withdrawal. Its content doesn't change any more. */
    PUBLISHED,
    /** A successor is shown instead. */
    SUPERSEDED,
    /** Taken back, with the reason on record. Its items can still be applied for one by one. */
    WITHDRAWN
}
