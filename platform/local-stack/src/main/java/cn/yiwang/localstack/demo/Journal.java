package cn.yiwang.localstack.demo;

import cn.yiwang.localstack.tokens.TokenException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Takes the time of each step and tells what happened; after a failure no further step is taken. */
final class Journal {

    private final PrintStream out;
    private final boolean quiet;
    private final List<StepResult> results = new ArrayList<>();
    private final List<Made> calls = new ArrayList<>();

    Journal(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    /** A heading between steps. */
    void chapter(String title) {
        if (!quiet) {
            out.println();
            out.println(title);
        }
    }

    /** Takes the step; its work returns what came of it, in one line. */
    void step(String name, Supplier<String> work) {
        if (hasFailed()) {
            return;
        }
        synchronized (calls) {
            calls.clear();
        }
        long begun = System.nanoTime();
        StepResult result;
        try {
            String detail = work.get();
            result = new StepResult(name, true, millisSince(begun), detail);
        } catch (StepFailedException | TokenException | JacksonException e) {
            result = new StepResult(name, false, millisSince(begun), String.valueOf(e.getMessage()));
        }
        results.add(result);
        print(result);
    }

    /** Remembers a call that the present step makes; one that is repeated until something has come is counted. */
    void call(String line, long millis) {
        synchronized (calls) {
            Made last = calls.isEmpty() ? null : calls.getLast();
            if (last != null && last.line().equals(line)) {
                calls.set(calls.size() - 1, new Made(line, last.times() + 1, last.millis() + millis));
            } else {
                calls.add(new Made(line, 1, millis));
            }
        }
    }

    boolean hasFailed() {
        return results.stream().anyMatch(result -> !result.passed());
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private record Made(String line, int times, long millis) {

        @Override
        public String toString() {
            return line + (times == 1 ? ", " : ", " + times + " times, ") + millis + " ms";
        }
    }

    private void print(StepResult result) {
        if (quiet) {
            return;
        }
        out.printf(
                Locale.ROOT, "%s %6d ms  %s%n", result.passed() ? "  ok  " : "FAILED", result.millis(), result.step());
        synchronized (calls) {
            calls.forEach(call -> out.println("                   " + call));
        }
        out.println("                   " + result.detail());
    }
}
