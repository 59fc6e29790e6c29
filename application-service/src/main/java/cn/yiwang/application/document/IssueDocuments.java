package cn.yiwang.application.document;

import cn.yiwang.application.document.DocumentNumbers.Numbered;
import cn.yiwang.application.document.Documents.NewDocument;
import cn.yiwang.application.document.StepDocuments.StepDocument;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.starter.ids.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Issues documents. Those of steps are issued when somebody first asks for the application's documents: dated on the day of their step, in
 * the words of that day, with what the file said.
 */
@Component
public class IssueDocuments {

    private final Documents documents;
    private final Templates templates;
    private final DocumentNumbers numbers;
    private final StepDocuments steps;
    private final TransactionOperations transactions;
    private final Clock clock;

    IssueDocuments(
            Documents documents,
            Templates templates,
            DocumentNumbers numbers,
            DocumentKinds kinds,
            ObjectProvider<StepFacts> lenders,
            TransactionOperations transactions,
            Clock clock) {
        this.documents = documents;
        this.templates = templates;
        this.numbers = numbers;
        this.steps = new StepDocuments(kinds, templates, lenders.orderedStream().toList());
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All documents of the application; those that its steps owe are issued first. */
    public List<Document> complete(CaseFile file) {
        List<StepDocument> owed = steps.of(file);
        List<Document> there = documents.of(file.application().key());
        if (missing(owed, there).isEmpty()) {
            return there;
        }
        transactions.executeWithoutResult(transaction -> issueMissing(file, owed));
        return documents.of(file.application().key());
    }

    private void issueMissing(CaseFile file, List<StepDocument> owed) {
        long key = file.application().key();
        documents.lockApplication(key);
        // Always in this order, so that two applications never wait for each other's series.
        missing(owed, documents.of(key)).stream()
                .sorted(Comparator.comparing((StepDocument step) ->
                                String.valueOf(step.kind().word()))
                        .thenComparing(StepDocument::datedOn))
                .forEach(step -> issue(
                        file,
                        new Issue(
                                step.kind(),
                                step.occasion(),
                                file.application().body(),
                                file.guide().body().name(),
                                step.datedOn(),
                                step.facts(),
                                null)));
    }

    /** What is to be issued; {@code madeBy} is null when a step makes it. */
    public record Issue(
            DocumentKind kind,
            int occasion,
            String body,
            String bodyName,
            LocalDate datedOn,
            Facts facts,
            @Nullable String madeBy) {}

    /** Issues one document in the caller's transaction, in which the application is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document issue(CaseFile file, Issue issue) {
        String word = issue.kind().word();
        Numbered number = word == null
                ? null
                : numbers.draw(
                        issue.body(), issue.bodyName(), word, issue.datedOn().getYear());
        Template template = templates.inForce(issue.kind().code(), issue.datedOn());
        NewDocument document = new NewDocument(
                Ids.next(),
                file.application().key(),
                issue.kind(),
                issue.occasion(),
                issue.body(),
                issue.bodyName(),
                template.version(),
                number,
                issue.datedOn(),
                issue.facts().of(template.places()),
                issue.madeBy(),
                clock.instant());
        documents.add(document);
        return documents.find(file.application().key(), document.id()).orElseThrow();
    }

    /** Issues the next document of a kind for the competent body, in the caller's transaction, in which the application is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document issueNext(CaseFile file, DocumentKind kind, LocalDate day, Facts facts, @Nullable String madeBy) {
        int occasion = 1
                + (int) documents.of(file.application().key()).stream()
                        .filter(document -> document.kind().equals(kind))
                        .count();
        return issue(
                file,
                new Issue(
                        kind,
                        occasion,
                        file.application().body(),
                        file.guide().body().name(),
                        day,
                        facts,
                        madeBy));
    }

    private static List<StepDocument> missing(List<StepDocument> owed, List<Document> there) {
        Set<String> known = there.stream()
                .map(document -> document.kind().code() + "#" + document.occasion())
                .collect(Collectors.toSet());
        return owed.stream()
                .filter(step -> !known.contains(step.kind().code() + "#" + step.occasion()))
                .toList();
    }
}
