package cn.yiwang.catalog.baseitem;

/** Where a version of a standard stands. */
enum StandardStatus {
    /** Waits for a publisher of the province who did not write on it. */
    DRAFT,
    /** In force, and waits for a successor. */
    PUBLISHED,
    /** A later version is in force. */
    SUPERSEDED
}
