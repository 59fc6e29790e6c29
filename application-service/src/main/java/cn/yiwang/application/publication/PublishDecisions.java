package cn.yiwang.application.publication;

import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.DocumentKind;
import cn.yiwang.application.document.DocumentKinds;
import cn.yiwang.application.document.Facts;
import cn.yiwang.application.document.IssueDocuments;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.handling.Applicant;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.CaseFiles;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Occurrences;
import cn.yiwang.application.handling.Occurrences.Occurrence;
import cn.yiwang.application.publication.PublishedDecisions.Waiting;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.ids.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes granted decisions. Any number of instances shares the work: each takes one decision at a time and skips what another holds, and
 * one that fails stops no other.
 */
@Component
@EnableConfigurationProperties(PublicationProperties.class)
class PublishDecisions {

    static final String BASIS = "行政许可法第四十条";

    private static final Set<String> GRANTS = Set.of("granted", "partly-granted");
    private static final int BATCH = 100;
    private static final String FORM = "PUBLICATION_FORM";
    private static final Logger log = LoggerFactory.getLogger(PublishDecisions.class);

    private final PublishedDecisions decisions;
    private final CaseFiles files;
    private final IssueDocuments documents;
    private final DocumentKind form;
    private final Occurrences occurrences;
    private final WorkingCalendar calendar;
    private final PublicationProperties properties;
    private final TransactionOperations transactions;
    private final Clock clock;

    PublishDecisions(
            PublishedDecisions decisions,
            CaseFiles files,
            IssueDocuments documents,
            DocumentKinds kinds,
            Occurrences occurrences,
            WorkingCalendar calendar,
            PublicationProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        this.decisions = decisions;
        this.files = files;
        this.documents = documents;
        this.form = kinds.get(FORM);
        this.occurrences = occurrences;
        this.calendar = calendar;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void run() {
        LocalDate until = ChinaTime.today(clock).minusDays(properties.afterDays());
        Waiting last = null;
        List<Waiting> batch = decisions.waiting(until, last, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::publishAlone);
            last = batch.getLast();
            batch = decisions.waiting(until, last, BATCH);
        }
    }

    private void publishAlone(Waiting waiting) {
        try {
            transactions.executeWithoutResult(transaction -> {
                if (decisions.claim(waiting.key())) {
                    publish(files.of(waiting.applicationId()));
                }
            });
        } catch (RuntimeException failed) {
            log.error(
                    "The decision of application {} was not published; the others go on",
                    waiting.applicationId(),
                    failed);
        }
    }

    private void publish(CaseFile file) {
        Application before = file.application();
        LocalDate today = ChinaTime.today(clock);
        LocalDate decidedOn =
                ChinaTime.dateOf(Objects.requireNonNull(file.moments().decided()));
        Document decision = decision(file);
        PublishedDecision published = of(file, decision, decidedOn, today);
        decisions.add(before.key(), published);
        documents.issueNext(file, form, today, facts(published), null);
        occurrences.record(
                null,
                before,
                Change.of(before, before.status(), before.mover()).set("unpublished_since", null),
                new Occurrence(
                        "decision-published",
                        null,
                        Map.of("publishedDecisionId", published.id().toString()),
                        "publish-decision",
                        BASIS));
    }

    /** The document of the step that granted; it is issued now when nobody has read it yet. */
    private Document decision(CaseFile file) {
        return documents.complete(file).stream()
                .filter(document ->
                        GRANTS.contains(String.valueOf(document.kind().event())))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("A grant without its decision"));
    }

    private PublishedDecision of(CaseFile file, Document decision, LocalDate decidedOn, LocalDate today) {
        Applicant holder = file.applicant();
        boolean person = holder.type() == Audience.PERSON;
        LocalDate due = calendar.dueAfter(
                        decidedOn,
                        new TimeLimit(properties.withinWorkingDays(), LimitUnit.WORKING_DAY),
                        WhenUnpublished.PROVISIONAL)
                .date();
        Application application = file.application();
        return new PublishedDecision(
                0,
                Ids.next(),
                application.id(),
                1,
                decision.kind().title(),
                Objects.requireNonNull(decision.number()),
                application.itemCode(),
                file.guide().name(),
                application.body(),
                file.guide().body().name(),
                application.division(),
                holder.type().name(),
                person ? Masks.name(holder.name()) : holder.name(),
                person ? Masks.idNumber(holder.code()) : holder.code(),
                certificate(file),
                decidedOn,
                today,
                due,
                false);
    }

    private static @Nullable String certificate(CaseFile file) {
        return file.certificate().identifier();
    }

    private static Facts facts(PublishedDecision decision) {
        return new Facts()
                .put("decisionTitle", decision.title())
                .put("decisionNumber", decision.number())
                .put("holderName", decision.holderName())
                .put("holderCode", decision.holderCode())
                .put("codeLabel", decision.holderType().equals(Audience.PERSON.name()) ? "公民身份号码" : "统一社会信用代码")
                .put("itemName", decision.itemName())
                .put("decidedDay", decision.decidedOn())
                .put("bodyName", decision.bodyName())
                .put("bodyCode", decision.body())
                .put("day", decision.publishedOn());
    }
}
