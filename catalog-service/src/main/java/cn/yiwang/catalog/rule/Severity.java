package cn.yiwang.catalog.rule;

/** What a finding means for publishing. */
public enum Severity {
    /** Has to be mended first. */
    BLOCKING,
    /** Rests on something that nobody checked: published only with a reason on record. */
    UNCONFIRMED,
    /** Makes the guide worse, and lowers its score. */
    WARNING
}
