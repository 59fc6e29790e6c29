package cn.yiwang.application.commitment;

/** What follows when a promised material does not come. */
public enum MissedPromise {
    /** Handling ends without a decision. */
    TERMINATED,
    /** It is written down, and whoever decides draws the consequence. */
    NOTED
}
