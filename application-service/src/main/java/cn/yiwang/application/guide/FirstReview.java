package cn.yiwang.application.guide;

import cn.yiwang.application.guide.Guide.Link;
import cn.yiwang.application.guide.Guide.LinkKind;
import java.util.List;
import java.util.Optional;

/**
 * Whether a lower body takes in and reviews first and the item's own body decides (行政许可法 35, 43). The guide says so by its links:
 * acceptance and a review with another body, the decision with its own. A body that merely accepts for others reviews nothing.
 */
final class FirstReview {

    private FirstReview() {}

    static Optional<Coded> by(Guide guide) {
        List<Link> links = guide.guide().links();
        String own = guide.body().code();
        return links.stream()
                .filter(link -> link.kind() == LinkKind.ACCEPTANCE)
                .map(Link::department)
                .filter(lower -> !lower.code().equals(own))
                .filter(lower -> has(links, LinkKind.REVIEW, lower.code()) && has(links, LinkKind.DECISION, own))
                .findFirst();
    }

    private static boolean has(List<Link> links, LinkKind kind, String department) {
        return links.stream()
                .anyMatch(
                        link -> link.kind() == kind && link.department().code().equals(department));
    }
}
