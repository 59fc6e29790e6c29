package cn.yiwang.benchmarks.load;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long work goes on before it counts: until a few windows in a row were hardly better than the best one before them.
 * Compilers need thousands of calls to do their part, and how many seconds that takes is up to the machine.
 *
 * @param window how long the rate is watched before it is compared
 * @param mostWindows after so many it counts whatever the rate does
 * @param tells is given the rate of each window
 */
public record WarmUp(Duration window, int mostWindows, Consumer<Double> tells) {

    /** A window that is better than the best before by less than this share is no growth. */
    private static final double GROWTH = 0.04;

    /** The rate goes up and down by a tenth from window to window while compilers are at work. */
    private static final int STEADY_WINDOWS = 4;

    /** One window, whatever its rate is. */
    public static WarmUp of(Duration length) {
        return new WarmUp(length, 1, _ -> {});
    }

    /** Whether work counts from now on, given the rates of all windows so far. */
    boolean isDone(List<Double> rates) {
        if (rates.size() >= mostWindows) {
            return true;
        }
        int before = rates.size() - STEADY_WINDOWS;
        if (before < 1) {
            return false;
        }
        double best = Collections.max(rates.subList(0, before));
        return rates.subList(before, rates.size()).stream().allMatch(rate -> rate < best * (1 + GROWTH));
    }
}
