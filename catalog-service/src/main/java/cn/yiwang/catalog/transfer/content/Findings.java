package cn.yiwang.catalog.transfer.content;

import cn.yiwang.catalog.transfer.content.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings on one file. All are counted; a file that is wrong all over has so many kept that its sender sees the pattern. */
public final class Findings {

    public static final int MOST_KEPT = 5_000;

    private final List<Finding> waiting = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private int kept;
    private int blocking;
    private int advice;

    /** Adds a finding, unless its place has one already: the second would only repeat the first in other words. */
    public void add(Finding finding) {
        if (kept < MOST_KEPT && !places.add(finding.place())) {
            return;
        }
        if (finding.severity() == Severity.BLOCKING) {
            blocking++;
        } else {
            advice++;
        }
        if (kept < MOST_KEPT) {
            kept++;
            waiting.add(finding);
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
