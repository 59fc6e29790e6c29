package cn.yiwang.localservers;

/** Whether a server may live longer than the JVM that started it. */
public enum Lifetime {
    /** Goes on when this JVM ends, however it ends; found again by its pid file. */
    INDEPENDENT,
    /** Killed as soon as this JVM is gone, also after {@code kill -9}. */
    BOUND_TO_THIS_JVM
}
