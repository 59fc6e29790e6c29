package cn.yiwang.application.guide;

import cn.yiwang.application.guide.Guide.Link;
import cn.yiwang.application.guide.Guide.Unit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What one department is asked in the review: all its review links together, answered once.
 *
 * @param workingDays the sum of its links' limits in working days, hours rounded up to a day; 0 when the guide sets none
 */
public record ReviewPart(Coded department, String name, int workingDays) {

    private static final int HOURS_OF_A_WORKING_DAY = 8;

    static ReviewPart of(List<Link> links) {
        String name = links.stream().map(Link::name).distinct().collect(Collectors.joining("、"));
        return new ReviewPart(links.getFirst().department(), name, sum(links, Unit.WORKING_DAY) + days(links));
    }

    private static int days(List<Link> links) {
        return Math.ceilDiv(sum(links, Unit.HOUR), HOURS_OF_A_WORKING_DAY);
    }

    private static int sum(List<Link> links, Unit unit) {
        return links.stream()
                .map(Link::limit)
                .filter(Objects::nonNull)
                .filter(limit -> limit.unit() == unit)
                .mapToInt(Guide.LegalLimit::amount)
                .sum();
    }
}
