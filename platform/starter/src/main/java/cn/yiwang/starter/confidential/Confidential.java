package cn.yiwang.starter.confidential;

/**
 * A value that must not show in logs or answers by accident: its text and its JSON are {@value #MASK}.
 *
 * <p>A view that may show it says so by calling {@link #revealed()}.
 */
public record Confidential<T>(T value) {

    static final String MASK = "***";

    public static <T> Confidential<T> of(T value) {
        return new Confidential<>(value);
    }

    /** The value itself, for a reader who has been checked. */
    public T revealed() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
