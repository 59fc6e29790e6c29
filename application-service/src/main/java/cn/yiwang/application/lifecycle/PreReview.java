package cn.yiwang.application.lifecycle;

/** What the look before acceptance (网上预审) found. */
public enum PreReview {
    /** Complete and in the legal form as far as can be seen. */
    PASSED,
    /** The item needs no look before acceptance. */
    NOT_NEEDED,
    /** Something is to be put right; the applicant was told what. */
    CORRECTABLE
}
