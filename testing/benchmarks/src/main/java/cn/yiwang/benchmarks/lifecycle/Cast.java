package cn.yiwang.benchmarks.lifecycle;

/**
 * Who acts, by their access tokens.
 *
 * @param secondReviewer of the other department that reviews pharmacies
 */
public record Cast(String agent, String clerk, String reviewer, String secondReviewer, String approver) {

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "Cast";
    }
}
