package cn.yiwang.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one client measured; belongs to its thread. */
public final class Notes {

    private final Durations whole = new Durations();
    private final Map<String, Durations> calls = new LinkedHashMap<>();
    private boolean measuring;
    private int failures;
    private @Nullable String firstFailure;

    void begin(boolean afterWarmUp) {
        measuring = afterWarmUp;
    }

    void whole(long nanos) {
        if (measuring) {
            whole.add(nanos);
        }
    }

    /** Notes one call of the piece of work that runs. */
    public void call(String name, long nanos) {
        if (measuring) {
            calls.computeIfAbsent(name, _ -> new Durations()).add(nanos);
        }
    }

    void failure(Exception failure) {
        failures++;
        if (firstFailure == null) {
            firstFailure = failure.toString();
        }
    }

    int failures() {
        return failures;
    }

    @Nullable String firstFailure() {
        return firstFailure;
    }

    Durations whole() {
        return whole;
    }

    Map<String, Durations> calls() {
        return calls;
    }
}
