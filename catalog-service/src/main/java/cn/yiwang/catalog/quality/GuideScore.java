package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.rule.Finding;
import cn.yiwang.catalog.rule.PublishRule;
import cn.yiwang.catalog.rule.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How good one guide is: the share of the rules that it keeps, in hundredths, a rule that blocks weighing three times as much as another.
 */
final class GuideScore {

    private static final int WHOLE = 10_000;

    private GuideScore() {}

    static int of(List<Finding> findings) {
        Set<PublishRule> broken = EnumSet.noneOf(PublishRule.class);
        findings.forEach(finding -> broken.add(finding.rule()));
        long all = Arrays.stream(PublishRule.values())
                .mapToLong(GuideScore::weight)
                .sum();
        long lost = broken.stream().mapToLong(GuideScore::weight).sum();
        return Math.toIntExact(WHOLE * (all - lost) / all);
    }

    static int count(List<Finding> findings, Severity severity) {
        return Math.toIntExact(findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count());
    }

    private static int weight(PublishRule rule) {
        return switch (rule.severity()) {
            case BLOCKING -> 3;
            case UNCONFIRMED, WARNING -> 1;
        };
    }
}
