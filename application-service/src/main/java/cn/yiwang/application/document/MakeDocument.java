package cn.yiwang.application.document;

import cn.yiwang.application.document.DocumentKind.Reader;
import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.CaseFiles;
import cn.yiwang.application.handling.Occurrences;
import cn.yiwang.application.handling.Occurrences.Occurrence;
import cn.yiwang.application.handling.Remedies;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the documents that officers write by hand. */
@Component
public class MakeDocument {

    /** Generous for any procedure; keeps one application from growing without end. */
    private static final int MOST_BY_HAND = 200;

    private final Occurrences occurrences;
    private final CaseFiles files;
    private final IssueDocuments issue;
    private final Documents documents;
    private final DocumentKinds kinds;
    private final ContentRules rules;
    private final Clock clock;

    MakeDocument(
            Occurrences occurrences,
            CaseFiles files,
            IssueDocuments issue,
            Documents documents,
            DocumentKinds kinds,
            WorkingCalendar calendar,
            Clock clock) {
        this.occurrences = occurrences;
        this.files = files;
        this.issue = issue;
        this.documents = documents;
        this.kinds = kinds;
        this.rules = new ContentRules(calendar);
        this.clock = clock;
    }

    /** The document that was made, and the application after it. */
    public record Made(Document document, Application application) {}

    /** The kinds that the actor may make of this application now. */
    public List<DocumentKind> possible(Actor actor, UUID id) {
        Application application = files.of(actor, id).application();
        return kinds.all().stream()
                .filter(DocumentKind::isMadeByHand)
                .filter(kind -> isAllowed(actor, application, kind))
                .filter(kind -> kind.during().contains(application.status().name()))
                .toList();
    }

    /** Stores it; runs in the caller's transaction. */
    public Made make(Actor actor, UUID id, long seen, String code, Map<String, ?> contents) {
        DocumentKind kind = kinds.find(code).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_REQUEST)
                .at("/kind", "document.kind-unknown"));
        Application before = occurrences.open(actor, id, seen);
        if (!kind.isMadeByHand()) {
            throw new ProblemException(DocumentProblem.DOCUMENT_MADE_BY_STEP, kind.title());
        }
        if (!isAllowed(actor, before, kind)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (!kind.during().contains(before.status().name())) {
            throw new ProblemException(
                    DocumentProblem.DOCUMENT_NOT_NOW,
                    kind.title(),
                    before.status().label());
        }
        CaseFile file = files.of(actor, id);
        if (kind.notByReviewer() && hasReviewed(actor, file)) {
            throw new ProblemException(DocumentProblem.HEARING_BY_REVIEWER);
        }
        LocalDate today = ChinaTime.today(clock);
        ContentRules.refuse(rules.check(kind.fields(), contents, today));
        List<Document> there = documents.of(before.key());
        if (there.stream().filter(document -> document.madeBy() != null).count() >= MOST_BY_HAND) {
            throw new ProblemException(DocumentProblem.TOO_MANY_DOCUMENTS, MOST_BY_HAND);
        }
        return store(actor, before, file, kind, contents, today, there);
    }

    private Made store(
            Actor actor,
            Application before,
            CaseFile file,
            DocumentKind kind,
            Map<String, ?> contents,
            LocalDate today,
            List<Document> there) {
        Coded body = body(actor, file);
        Facts facts = CaseFacts.common(file, today)
                .put("bodyName", body.name())
                .put("remedies", Remedies.text(body.name(), today));
        int occasion = 1
                + (int) there.stream()
                        .filter(document -> document.kind().equals(kind))
                        .count();
        Document document = issue.issue(
                file,
                new IssueDocuments.Issue(
                        kind,
                        occasion,
                        body.code(),
                        body.name(),
                        today,
                        ContentRules.facts(kind.fields(), contents, facts),
                        actor.subject()));
        Map<String, String> data = new LinkedHashMap<>();
        data.put("documentId", document.id().toString());
        data.put("documentKind", kind.code());
        Application after = occurrences.record(
                actor, before, new Occurrence("document-issued", kind.code(), data, "issue-document", kind.basis()));
        return new Made(document, after);
    }

    /** What goes out to others comes from the competent body; a department that was asked keeps its own records. */
    private static boolean isAllowed(Actor actor, Application application, DocumentKind kind) {
        return kind.makers().stream().anyMatch(actor::has)
                && (Occurrences.isCompetent(actor, application)
                        || (actor.department() != null && kind.reader() == Reader.OFFICE && kind.seal() == Seal.NONE));
    }

    private static boolean hasReviewed(Actor actor, CaseFile file) {
        return file.history().stream()
                .anyMatch(entry -> entry.event().equals("department-reviewed")
                        && entry.actor().equals(actor.subject()));
    }

    private static Coded body(Actor actor, CaseFile file) {
        String code = Objects.requireNonNull(actor.department());
        return Stream.concat(
                        Stream.of(file.guide().body()),
                        file.guide().guide().links().stream().map(Guide.Link::department))
                .filter(body -> body.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Coded(code, code));
    }
}
