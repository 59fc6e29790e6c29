package cn.yiwang.catalog.transfer.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings on one file. All are counted; a file that is wrong all over has so many kept that its sender sees the pattern. */
public final class Findings {

    public static final int MOST_KEPT = 5_000;

    /** Advice leaves room for what keeps the file from being applied. */
    private static final int MOST_ADVICE_KEPT = 2_500;

    private final List<Finding> waiting = new ArrayList<>();
    private final Set<Place> blocked = new HashSet<>();
    private final Set<Advice> advised = new HashSet<>();
    private int keptBlocking;
    private int keptAdvice;
    private int blocking;
    private int advice;

    /** Different advice can be given on one place. */
    private record Advice(Place place, String code) {}

    /**
     * Adds a finding, unless its place has a blocking one already: the second would only repeat the first in other words. Advice never
     * stands in for what is blocking.
     */
    public void add(Finding finding) {
        switch (finding.severity()) {
            case BLOCKING -> {
                boolean room = keptBlocking + keptAdvice < MOST_KEPT;
                if (room && !blocked.add(finding.place())) {
                    return;
                }
                blocking++;
                if (room) {
                    keptBlocking++;
                    waiting.add(finding);
                }
            }
            case ADVICE -> {
                boolean room = keptAdvice < MOST_ADVICE_KEPT && keptBlocking + keptAdvice < MOST_KEPT;
                if (room && !advised.add(new Advice(finding.place(), finding.code()))) {
                    return;
                }
                advice++;
                if (room) {
                    keptAdvice++;
                    waiting.add(finding);
                }
            }
        }
    }

    public void blocking(Place place, String code, Object... arguments) {
        add(Finding.blocking(place, code, arguments));
    }

    public void advice(Place place, String code, Object... arguments) {
        add(Finding.advice(place, code, arguments));
    }

    public int blockingCount() {
        return blocking;
    }

    public int adviceCount() {
        return advice;
    }

    /** Those that were not taken yet. */
    public List<Finding> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
