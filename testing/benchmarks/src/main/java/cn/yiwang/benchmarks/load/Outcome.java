package cn.yiwang.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all clients measured together.
 *
 * @param failures of the warm-up too: a number that was reached with failures is none
 */
public record Outcome(
        Durations whole,
        Map<String, Durations> calls,
        double seconds,
        int failures,
        @Nullable String firstFailure) {

    static Outcome of(List<Notes> notes, Duration measured) {
        Map<String, List<Durations>> parts = new LinkedHashMap<>();
        notes.forEach(
                note -> note.calls().forEach((name, durations) -> parts.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(durations)));
        Map<String, Durations> calls = new LinkedHashMap<>();
        parts.forEach((name, durations) -> calls.put(name, Durations.merge(durations)));
        return new Outcome(
                Durations.merge(notes.stream().map(Notes::whole).toList()),
                calls,
                measured.toNanos() / 1e9,
                notes.stream().mapToInt(Notes::failures).sum(),
                notes.stream()
                        .map(Notes::firstFailure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Several runs of the same work as one. */
    public static Outcome together(List<Outcome> runs) {
        return new Outcome(
                Durations.merge(runs.stream().map(Outcome::whole).toList()),
                Map.of(),
                runs.stream().mapToDouble(Outcome::seconds).sum(),
                runs.stream().mapToInt(Outcome::failures).sum(),
                runs.stream()
                        .map(Outcome::firstFailure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Pieces of work that began after the warm-up and ended in time, per second. */
    public double perSecond() {
        return Math.round(whole.count() / seconds * 10) / 10.0;
    }

    /** The members that every report has. */
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("perSecond", perSecond());
        report.put("count", whole.count());
        report.put("failures", failures);
        if (firstFailure != null) {
            report.put("firstFailure", firstFailure);
        }
        report.put("millis", whole.summary());
        if (!calls.isEmpty()) {
            Map<String, Object> perCall = new LinkedHashMap<>();
            calls.forEach((name, durations) -> perCall.put(name, durations.summary()));
            report.put("callMillis", perCall);
        }
        return report;
    }
}
