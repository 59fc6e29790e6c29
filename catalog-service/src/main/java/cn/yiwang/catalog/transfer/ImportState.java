package cn.yiwang.catalog.transfer;

/** Where an import stands. */
public enum ImportState {
    /** The file is stored; an instance will check it. Nothing of the catalog changed. */
    WAITING,
    /** Nothing blocks it; waits for an editor to have it applied. */
    CHECKED,
    /** Findings block it. A mended file is a new import. */
    REFUSED,
    /** An editor wants it applied; an instance is at it. All or nothing. */
    APPLYING,
    /** Its items are drafts now, which wait for a publisher. */
    APPLIED,
    /** The catalog changed since it was checked, or it waited too long, so nothing was applied. The same file can be imported anew. */
    STALE,
    /** Every instance that took it up went down or failed. Operators find the reason in their logs. */
    FAILED
}
