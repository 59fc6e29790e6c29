package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.onething.OneThingEvent.Published;
import cn.yiwang.catalog.onething.OneThingEvent.Superseded;
import cn.yiwang.catalog.onething.OneThingEvent.Withdrawn;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes, publishes and withdraws packages; the body that opens one leads it. */
@Service
class WriteOneThing {

    private final OneThings things;
    private final ItemsInForce items;
    private final Bodies bodies;
    private final AuditTrail audit;
    private final Clock clock;

    WriteOneThing(OneThings things, ItemsInForce items, Bodies bodies, AuditTrail audit, Clock clock) {
        this.things = things;
        this.items = items;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the draft of the next version, of a new package too. */
    @Transactional
    StoredOneThing open(String code, OneThing content, Actor editor) {
        try {
            var thing = things.lock(code).orElseGet(() -> things.add(code, bodyOf(editor)));
            demandRight(editor, thing.owner());
            int version = things.open(thing, content, editor.subject());
            record("open-one-thing-draft", code, version, null);
            return things.find(code, version).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new ProblemException(OneThingProblem.ONE_THING_DRAFT_EXISTS);
        }
    }

    @Transactional
    StoredOneThing rewrite(String code, int version, OneThing content, Actor editor, long seenVersion) {
        var draft = lockedDraft(code, version, editor);
        things.rewrite(draft, content, editor.subject(), seenVersion);
        record("rewrite-one-thing-draft", code, version, null);
        return things.find(code, version).orElseThrow();
    }

    /** Shows a draft from now on, in place of the version before, if a second person wants it and every rule allows it. */
    @Transactional
    StoredOneThing publish(String code, int version, @Nullable String note, Actor publisher, long seenVersion) {
        var draft = lockedDraft(code, version, publisher);
        if (draft.rowVersion() != seenVersion) {
            throw new StaleVersionException();
        }
        if (things.wasWrittenBy(draft, publisher.subject())) {
            throw new ProblemException(OneThingProblem.ONE_THING_PUBLISHER_IS_EDITOR);
        }
        demandRules(draft.content());
        things.published(code)
                .ifPresent(former -> things.move(
                        former,
                        OneThingLifecycle.after(former.status(), new Superseded()),
                        null,
                        null,
                        former.rowVersion()));
        things.move(
                draft,
                OneThingLifecycle.after(draft.status(), new Published()),
                publisher.subject(),
                note,
                seenVersion);
        record("publish-one-thing", code, version, note);
        return things.find(code, version).orElseThrow();
    }

    /** Takes back what is shown. */
    @Transactional
    StoredOneThing withdraw(String code, String reason, Actor publisher, long seenVersion) {
        things.lock(code);
        var shown = things.published(code)
                .orElseThrow(() -> new ProblemException(OneThingProblem.ONE_THING_NOT_FOUND, code));
        demandRight(publisher, shown.owner().code());
        things.move(
                shown,
                OneThingLifecycle.after(shown.status(), new Withdrawn()),
                publisher.subject(),
                reason,
                seenVersion);
        record("withdraw-one-thing", code, shown.version(), reason);
        return things.find(code, shown.version()).orElseThrow();
    }

    /** A draft that the caller may work on. */
    @Transactional(readOnly = true)
    StoredOneThing draft(String code, int version, Actor actor) {
        return theDraft(code, version, actor);
    }

    private StoredOneThing lockedDraft(String code, int version, Actor actor) {
        things.lock(code);
        return theDraft(code, version, actor);
    }

    private StoredOneThing theDraft(String code, int version, Actor actor) {
        var draft = things.find(code, version)
                .filter(found -> found.status() == OneThingStatus.DRAFT)
                .orElseThrow(() -> new ProblemException(OneThingProblem.ONE_THING_DRAFT_NOT_FOUND));
        demandRight(actor, draft.owner().code());
        return draft;
    }

    private void demandRules(OneThing thing) {
        var objections = OneThingRule.objectionsTo(thing, items.on(ChinaTime.today(clock), thing.itemCodes()));
        if (!objections.isEmpty()) {
            var problem = new ProblemException(OneThingProblem.ONE_THING_NOT_PUBLISHABLE, objections.size());
            objections.forEach(objection -> problem.at(
                    objection.pointer(),
                    objection.rule().textKey(),
                    objection.arguments().toArray()));
            throw problem;
        }
    }

    private static void demandRight(Actor actor, String owner) {
        var body = CatalogRights.confinedTo(actor);
        if (body != null && !body.equals(owner)) {
            throw new ProblemException(OneThingProblem.ONE_THING_OF_ANOTHER_BODY);
        }
    }

    private String bodyOf(Actor actor) {
        var body = actor.department();
        if (body == null || bodies.names(List.of(body)).isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return body;
    }

    private void record(String action, String code, int version, @Nullable String ground) {
        audit.record(new AuditEntry(action, "one-thing", code, ground, Map.of("version", version)));
    }
}
