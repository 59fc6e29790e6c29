package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.law.LawBook;
import cn.yiwang.catalog.law.Laws;
import cn.yiwang.catalog.rule.ProposedVersion;
import cn.yiwang.catalog.rule.PublishRule;
import cn.yiwang.catalog.rule.Severity;
import cn.yiwang.catalog.standard.Prescription;
import cn.yiwang.catalog.standard.Prescriptions;
import cn.yiwang.catalog.transfer.content.Findings;
import cn.yiwang.catalog.transfer.content.ProposedItem;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tries the rules of publication on what a file wants. A draft may break them, so that this is advice; what merely lowers the score of a
 * guide is left to the report on its quality.
 */
@Component
class RuleAdvice {

    private static final String GUIDE = "guide";

    private final Laws laws;
    private final Prescriptions prescriptions;
    private final Clock clock;

    RuleAdvice(Laws laws, Prescriptions prescriptions, Clock clock) {
        this.laws = laws;
        this.prescriptions = prescriptions;
        this.clock = clock;
    }

    /** What the rules ask about, as it is now, for a number of items. */
    Adviser adviser(Set<String> knownBodies, Findings findings) {
        return new Adviser(knownBodies, laws.book(), findings);
    }

    /** Gives its advice on item after item. */
    final class Adviser {

        private final Set<String> knownBodies;
        private final LawBook book;
        private final Findings findings;
        private final Map<ImplementationCode, Optional<Prescription>> prescribed = new HashMap<>();

        private Adviser(Set<String> knownBodies, LawBook book, Findings findings) {
            this.knownBodies = knownBodies;
            this.book = book;
            this.findings = findings;
        }

        void adviseOn(ProposedItem item, Guide guide) {
            var code = item.head().code();
            var prescription = prescribed.computeIfAbsent(code.implementation(), prescriptions::of);
            var today = ChinaTime.today(clock);
            var version = new ProposedVersion(
                    code, guide, today, null, today, knownBodies, book, prescription.orElse(null), null);
            advise(item, version);
        }

        private void advise(ProposedItem item, ProposedVersion version) {
            for (var finding : PublishRule.findings(version)) {
                if (finding.severity() != Severity.WARNING) {
                    findings.advice(
                            item.places().of(path(finding.pointer())),
                            finding.rule().textKey(),
                            finding.arguments().toArray());
                }
            }
        }
    }

    /** The steps of a JSON pointer within the guide. */
    private static List<Object> path(String pointer) {
        var path = new ArrayList<Object>();
        for (var step : pointer.split("/", -1)) {
            if (!step.isEmpty() && !(path.isEmpty() && step.equals(GUIDE))) {
                path.add(step.matches("[0-9]{1,4}") ? (Object) Integer.valueOf(step) : step);
            }
        }
        return path;
    }
}
