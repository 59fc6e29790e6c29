package cn.yiwang.localstack.notice;

/** Hears what happens while it happens, one line at a time. */
@FunctionalInterface
public interface Progress {

    void says(String line);
}
