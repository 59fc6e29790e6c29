package cn.yiwang.application.document;

import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.HistoryEntry;
import cn.yiwang.standards.calendar.ChinaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents the steps of an application make, each dated on the day of its step; none that could not say what it must. */
final class StepDocuments {

    /** What the steps that decide have in common. */
    private static final String DECIDED = "decided";

    private static final Set<String> DECISIONS = Set.of("granted", "partly-granted", "refused");

    private final DocumentKinds kinds;
    private final Templates templates;
    private final List<StepFacts> lenders;

    StepDocuments(DocumentKinds kinds, Templates templates, List<StepFacts> lenders) {
        this.kinds = kinds;
        this.templates = templates;
        this.lenders = List.copyOf(lenders);
    }

    /** A document that a step makes. */
    record StepDocument(DocumentKind kind, int occasion, LocalDate datedOn, Facts facts) {}

    List<StepDocument> of(CaseFile file) {
        List<StepDocument> documents = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (HistoryEntry entry : file.history()) {
            int occasion = times.merge(entry.event(), 1, Integer::sum);
            List<DocumentKind> made = new ArrayList<>(kinds.madeBy(entry.event(), null));
            if (DECISIONS.contains(entry.event())) {
                made.addAll(kinds.madeBy(DECIDED, null));
            }
            if (!made.isEmpty()) {
                documents.addAll(of(file, entry, occasion, made));
            }
        }
        return documents;
    }

    private List<StepDocument> of(CaseFile file, HistoryEntry entry, int occasion, List<DocumentKind> made) {
        LocalDate day = ChinaTime.dateOf(entry.at());
        Facts facts = CaseFacts.of(file, entry, day);
        lenders.forEach(lender -> lender.add(file, entry, facts));
        return made.stream()
                .filter(kind -> kind.when() == null || facts.says("when", kind.when()))
                .filter(kind ->
                        facts.saysAll(templates.inForce(kind.code(), day).required()))
                .map(kind -> new StepDocument(kind, occasion, day, facts))
                .toList();
    }
}
