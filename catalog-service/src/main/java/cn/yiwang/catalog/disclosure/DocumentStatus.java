package cn.yiwang.catalog.disclosure;

/** Where a document stands; {@link DocumentLifecycle} says what can happen there. */
enum DocumentStatus {
    /** Its authors write; they submit it. */
    DRAFT,
    /** Waits for somebody who did not write on it to review it for secrecy. */
    IN_SECRECY_REVIEW,
    /** Passed the review as it stands; waits for a publisher. Writing on it makes it a draft again. */
    CLEARED,
    /** Must not go out, for the reasons on record; the end. */
    REFUSED,
    /** Public from its first day to its last. */
    PUBLISHED,
    /** Its last day is over; readers still find it, marked as such, until its day of archiving. */
    EXPIRED,
    /** No longer public, kept for the record; the end. */
    ARCHIVED,
    /** Taken back, for the reason on record; the end. */
    WITHDRAWN
}
