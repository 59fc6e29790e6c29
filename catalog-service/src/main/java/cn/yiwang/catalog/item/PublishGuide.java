package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.item.GuideEvent.ItemPublished;
import cn.yiwang.catalog.rule.GuideExamination;
import cn.yiwang.catalog.rule.PublishRule;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a draft into the version that binds from a day on, if every rule allows it and a second person wants it. */
@Service
public class PublishGuide {

    private final JdbcItems items;
    private final GuideVersions versions;
    private final Bodies bodies;
    private final GuideExamination examination;
    private final CatalogEvents events;
    private final SupersedeGuide supersede;
    private final AuditTrail audit;
    private final Clock clock;

    PublishGuide(
            JdbcItems items,
            GuideVersions versions,
            Bodies bodies,
            GuideExamination examination,
            CatalogEvents events,
            SupersedeGuide supersede,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.versions = versions;
        this.bodies = bodies;
        this.examination = examination;
        this.events = events;
        this.supersede = supersede;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param seenVersion the row version of the draft that the publisher read
     * @param earliest the first day that is not yet past for this publication: today, but for records of what applied before
     * @param note what the publisher puts on record
     */
    public record Publication(
            int version,
            long seenVersion,
            LocalDate effectiveFrom,
            LocalDate earliest,
            String publisher,
            @Nullable String note) {}

    /** What became of the draft. */
    public record Published(GuideStatus status, long rowVersion) {}

    @Transactional
    public Published publish(BusinessItem item, Publication publication) {
        items.lockForWork(item);
        var draft = draftToPublish(item, publication);
        var predecessor = versions.latestPublished(item);
        var guide = allowedByTheRules(item, draft, publication, predecessor);
        var status = GuideLifecycle.after(draft.status(), ItemPublished.class)
                .orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        versions.publish(
                draft,
                status,
                publication.effectiveFrom(),
                GuideJson.write(guide),
                publication.publisher(),
                publication.note(),
                publication.seenVersion());
        predecessor.ifPresent(
                former -> supersede.giveWay(item, former, draft.version(), publication.effectiveFrom(), today()));
        events.send(
                item,
                new ItemPublished(
                        item.knownCode().value(),
                        item.knownCode().baseCode().value(),
                        item.knownCode().sequence(),
                        item.type().code(),
                        item.bodyCode(),
                        item.division().value(),
                        draft.version(),
                        publication.effectiveFrom(),
                        predecessor.map(GuideVersion::version).orElse(null)));
        audit.record(new AuditEntry(
                "publish-guide",
                "business-item",
                item.publicId().toString(),
                publication.note(),
                Map.of(
                        "version",
                        draft.version(),
                        "effectiveFrom",
                        publication.effectiveFrom().toString())));
        return new Published(status, publication.seenVersion() + 1);
    }

    private GuideVersion draftToPublish(BusinessItem item, Publication publication) {
        var draft = versions.findForChange(item, publication.version())
                .filter(found -> found.status().isOpen())
                .orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        if (draft.rowVersion() != publication.seenVersion()) {
            throw new StaleVersionException();
        }
        if (versions.wasWrittenBy(draft, publication.publisher())) {
            throw new ProblemException(CatalogProblem.PUBLISHER_IS_EDITOR);
        }
        return draft;
    }

    private Guide allowedByTheRules(
            BusinessItem item, GuideVersion draft, Publication publication, Optional<GuideVersion> predecessor) {
        var guide = GuideJson.read(draft.guide());
        var names = bodies.names(guide.departments());
        var objections = PublishRule.objectionsTo(examination.prepare(
                item.knownCode(),
                guide,
                publication.effectiveFrom(),
                predecessor.map(GuideVersion::effectiveFrom).orElse(null),
                publication.earliest(),
                publication.note()));
        if (!objections.isEmpty()) {
            var problem = new ProblemException(CatalogProblem.GUIDE_NOT_PUBLISHABLE, objections.size());
            objections.forEach(objection -> problem.at(
                    objection.pointer(),
                    objection.rule().textKey(),
                    objection.arguments().toArray()));
            throw problem;
        }
        return guide.withDepartmentNames(names);
    }

    private LocalDate today() {
        return ChinaTime.today(clock);
    }
}
