package cn.yiwang.application.officer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who deals with an application, as its row says.
 *
 * @param officer on whose desk it lies; null while it is the pool's
 * @param reviewers the subjects that reviewed or inspected it, one a line
 * @param recusals how many are kept out of it
 * @param inspectionsOpen how many inspections wait for their second officer
 */
public record Staffing(@Nullable String officer, @Nullable String reviewers, int recusals, int inspectionsOpen) {

    public static final Staffing NOBODY = new Staffing(null, null, 0, 0);

    public boolean hasReviewed(String subject) {
        return reviewers != null && Arrays.asList(reviewers.split("\n", -1)).contains(subject);
    }

    /** The reviewers' column once that subject has reviewed, too. */
    public String reviewersWith(String subject) {
        if (reviewers == null) {
            return subject;
        }
        return hasReviewed(subject) ? reviewers : reviewers + "\n" + subject;
    }

    public Staffing atDeskOf(@Nullable String subject) {
        return new Staffing(subject, reviewers, recusals, inspectionsOpen);
    }
}
