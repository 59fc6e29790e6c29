package cn.yiwang.complaint.workorder;

/** How a work order came in. */
public enum Channel {
    /** The person filed it, with or without an account. */
    WEB,
    /** A hotline agent wrote it down. */
    AGENT
}
