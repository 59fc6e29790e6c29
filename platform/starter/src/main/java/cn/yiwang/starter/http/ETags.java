package cn.yiwang.starter.http;

/** Entity tags: the version of the row in quotes. */
public final class ETags {

    private ETags() {}

    /** Returns the strong entity tag of a version, for example {@code "7"} with the quotes. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
