package cn.yiwang.application.lifecycle;

/** What a reviewing department says. */
public enum Outcome {
    APPROVED,
    REJECTED
}
