package cn.yiwang.application.lifecycle;

/** The limits that the law sets to the body; the figures are dated rules of the package {@code deadline}. */
public enum Limit {
    ACCEPTANCE,
    FIRST_REVIEW,
    DECISION,
    DELIVERY
}
