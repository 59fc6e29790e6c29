package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideEvent.DraftReturned;
import cn.yiwang.catalog.item.GuideEvent.ReviewRequested;
import cn.yiwang.catalog.item.GuideReviews.Reason;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a draft to its reviewer and back: an editor asks, a publisher who did not write on it returns it with reasons, or publishes it. */
@Service
class ReviewDraft {

    private final JdbcItems items;
    private final GuideVersions versions;
    private final GuideReviews reviews;
    private final AuditTrail audit;

    ReviewDraft(JdbcItems items, GuideVersions versions, GuideReviews reviews, AuditTrail audit) {
        this.items = items;
        this.versions = versions;
        this.reviews = reviews;
        this.audit = audit;
    }

    /** What became of the draft. */
    record Reviewed(GuideStatus status, long rowVersion) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Reviewed request(BusinessItem item, int version, @Nullable String note, String editor, long seenVersion) {
        var draft = open(item, version, seenVersion);
        var status = GuideLifecycle.after(draft.status(), ReviewRequested.class)
                .orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_IN_REVIEW));
        var rowVersion = versions.move(draft, status, seenVersion);
        reviews.requested(draft, editor, note);
        record("request-review", item, version, note);
        return new Reviewed(status, rowVersion);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Reviewed giveBack(BusinessItem item, int version, List<Reason> reasons, String reviewer, long seenVersion) {
        var draft = open(item, version, seenVersion);
        var status = GuideLifecycle.after(draft.status(), DraftReturned.class)
                .orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_IN_REVIEW));
        if (versions.wasWrittenBy(draft, reviewer)) {
            throw new ProblemException(CatalogProblem.PUBLISHER_IS_EDITOR);
        }
        var rowVersion = versions.move(draft, status, seenVersion);
        reviews.returned(draft, reviewer, reasons);
        record("return-draft", item, version, null);
        return new Reviewed(status, rowVersion);
    }

    private GuideVersion open(BusinessItem item, int version, long seenVersion) {
        items.lockForWork(item);
        var draft = versions.findForChange(item, version)
                .filter(found -> found.status().isOpen())
                .orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        if (draft.rowVersion() != seenVersion) {
            throw new StaleVersionException();
        }
        return draft;
    }

    private void record(String action, BusinessItem item, int version, @Nullable String ground) {
        audit.record(new AuditEntry(
                action, "business-item", item.publicId().toString(), ground, Map.of("version", version)));
    }
}
