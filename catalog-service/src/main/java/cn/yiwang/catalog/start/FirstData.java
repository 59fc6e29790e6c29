package cn.yiwang.catalog.start;

/** Data that ship with the service and are brought in once, by whichever instance comes first. */
public interface FirstData {

    /** Lower numbers come first: what others rest on. */
    int order();

    /** Brings them in, unless they are there; several instances may call it at once. */
    void run();
}
