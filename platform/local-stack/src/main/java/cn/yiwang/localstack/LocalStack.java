package cn.yiwang.localstack;

/** Placeholder entry point until the launcher lands. */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] args) {}
}
