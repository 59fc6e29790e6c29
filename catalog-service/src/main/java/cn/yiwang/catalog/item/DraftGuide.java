package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and rewrites the draft of an item's next guide version; an item has at most one. */
@Service
public class DraftGuide {

    private final JdbcItems items;
    private final GuideVersions versions;
    private final Bodies bodies;
    private final AuditTrail audit;

    DraftGuide(JdbcItems items, GuideVersions versions, Bodies bodies, AuditTrail audit) {
        this.items = items;
        this.versions = versions;
        this.bodies = bodies;
        this.audit = audit;
    }

    /** Opens the next draft and returns its version number. */
    @Transactional
    public int open(BusinessItem item, Guide guide, String editor) {
        items.lockForWork(item);
        GuideVersion draft;
        try {
            draft = versions.open(item, GuideJson.write(named(guide)), editor);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(CatalogProblem.DRAFT_EXISTS);
        }
        record("open-draft", item, draft.version());
        return draft.version();
    }

    /** Rewrites the draft; the caller must have seen its present version. */
    @Transactional
    GuideVersion rewrite(BusinessItem item, int version, Guide guide, String editor, long seenVersion) {
        items.lockForWork(item);
        var draft = find(item, version).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
        if (draft.status() == GuideStatus.IN_REVIEW) {
            throw new ProblemException(CatalogProblem.DRAFT_IN_REVIEW);
        }
        versions.rewrite(draft, GuideJson.write(named(guide)), editor, seenVersion);
        record("rewrite-draft", item, version);
        return find(item, version).orElseThrow();
    }

    Optional<GuideVersion> find(BusinessItem item, int version) {
        return versions.find(item, version).filter(found -> found.status().isOpen());
    }

    private Guide named(Guide guide) {
        return guide.withDepartmentNames(bodies.names(guide.departments()));
    }

    private void record(String action, BusinessItem item, int version) {
        audit.record(
                new AuditEntry(action, "business-item", item.publicId().toString(), null, Map.of("version", version)));
    }
}
