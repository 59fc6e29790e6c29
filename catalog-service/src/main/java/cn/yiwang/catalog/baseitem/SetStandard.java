package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.BaseItems.BaseItem;
import cn.yiwang.catalog.baseitem.BaseItems.Version;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes and publishes the standards of base items: work of the province, by two people. */
@Service
class SetStandard {

    private final BaseItems items;
    private final AuditTrail audit;
    private final Clock clock;

    SetStandard(BaseItems items, AuditTrail audit, Clock clock) {
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters a base item with the first draft of its standard. */
    @Transactional
    Version create(BaseCode code, Standard standard, Actor editor) {
        requireProvince(editor);
        try {
            items.add(code, standard.name());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(StandardProblem.BASE_ITEM_EXISTS, code.value());
        }
        record("create-base-item", code.value(), 1);
        return open(code.value(), standard, editor);
    }

    @Transactional
    Version open(String code, Standard standard, Actor editor) {
        var item = forChange(code, editor);
        try {
            var version = items.open(item, standard, editor.subject());
            record("open-standard", code, version);
            return items.find(item, version).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new ProblemException(StandardProblem.STANDARD_DRAFT_EXISTS);
        }
    }

    @Transactional
    Version rewrite(String code, int version, Standard standard, Actor editor, long seenVersion) {
        var item = forChange(code, editor);
        items.rewrite(draft(item, version), standard, editor.subject(), seenVersion);
        record("rewrite-standard", code, version);
        return items.find(item, version).orElseThrow();
    }

    @Transactional
    Version publish(String code, int version, Actor publisher, long seenVersion) {
        var item = forChange(code, publisher);
        var draft = draft(item, version);
        if (draft.rowVersion() != seenVersion) {
            throw new StaleVersionException();
        }
        if (items.wasWrittenBy(draft, publisher.subject())) {
            throw new ProblemException(StandardProblem.STANDARD_NEEDS_ANOTHER_PUBLISHER);
        }
        items.publish(item, draft, publisher.subject(), seenVersion);
        record("publish-standard", code, version);
        return items.find(item, version).orElseThrow();
    }

    private BaseItem forChange(String code, Actor actor) {
        requireProvince(actor);
        var item = items.findForChange(code)
                .orElseThrow(() -> new ProblemException(StandardProblem.BASE_ITEM_NOT_FOUND, code));
        if (item.hasEnded(ChinaTime.today(clock))) {
            throw new ProblemException(StandardProblem.CODE_HAS_ENDED, code);
        }
        return item;
    }

    private Version draft(BaseItem item, int version) {
        return items.find(item, version)
                .filter(found -> found.status() == StandardStatus.DRAFT)
                .orElseThrow(() -> new ProblemException(
                        StandardProblem.STANDARD_NOT_FOUND, item.code().value()));
    }

    static void requireProvince(Actor actor) {
        if (!CatalogRights.isProvincial(actor)) {
            throw new ProblemException(StandardProblem.PROVINCE_ONLY);
        }
    }

    private void record(String action, String code, int version) {
        audit.record(new AuditEntry(action, "base-item", code, null, Map.of("version", version)));
    }
}
