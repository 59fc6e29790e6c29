package cn.yiwang.localstack.launcher;

/** Hears what happens while it happens, one line at a time. */
@FunctionalInterface
public interface Progress {

    void says(String line);
}
