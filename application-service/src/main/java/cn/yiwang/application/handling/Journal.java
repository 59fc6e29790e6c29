package cn.yiwang.application.handling;

import cn.yiwang.application.evaluation.Invitations;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.Acting;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what a step did: the history, the news for others and the audit trail, all in the step's transaction. */
@Component
public class Journal {

    static final String TOPIC = "yiwang.application";
    private static final String SYSTEM = "application-service";

    private final History history;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Invitations invitations;
    private final Clock clock;

    Journal(History history, Outbox outbox, AuditTrail audit, Invitations invitations, Clock clock) {
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The history's line for a step; {@code actor} is null when this service itself acts. */
    public HistoryEntry entry(
            ApplicationEvent event,
            Status from,
            Application after,
            @Nullable Actor actor,
            @Nullable String note,
            Instant now) {
        LocalDate due = after.due() == null || after.status() == from
                ? null
                : after.due().on();
        return entry(PublishedEvent.name(event), from, after, actor, note, due, now);
    }

    /** The history's line for something that officials do and that leads nowhere else; no event tells others of it. */
    public HistoryEntry noted(String event, Application after, Actor actor, Instant now) {
        return new HistoryEntry(
                event,
                after.status(),
                after.status(),
                actor.subject(),
                actor.type().name(),
                actor.department(),
                null,
                null,
                null,
                now);
    }

    /** A line for what happens within a status without an event of its own; {@code actor} is null when this service itself acts. */
    public HistoryEntry line(
            String name, Application after, @Nullable Actor actor, @Nullable String note, Instant now) {
        LocalDate due = after.due() == null ? null : after.due().on();
        return entry(name, after.status(), after, actor, note, due, now);
    }

    private static HistoryEntry entry(
            String name,
            Status from,
            Application after,
            @Nullable Actor actor,
            @Nullable String note,
            @Nullable LocalDate due,
            Instant now) {
        return new HistoryEntry(
                name,
                from,
                after.status(),
                actor == null ? SYSTEM : actor.subject(),
                actor == null ? "SYSTEM" : actor.type().name(),
                actor == null ? null : actor.department(),
                actor == null ? null : Acting.mandateId(),
                note,
                due,
                now);
    }

    public void write(Application after, HistoryEntry... entries) {
        history.addAll(after.key(), List.of(entries));
    }

    /** Publishes the event as the application's newest, and invites the applicant to evaluate what it ends. */
    public void publish(Application after, int itemVersion, ApplicationEvent event) {
        outbox.send(new EventDraft(
                TOPIC,
                PublishedEvent.type(event),
                after.id().toString(),
                after.eventCount(),
                PublishedEvent.data(after, itemVersion, event)));
        invitations.inviteAfter(
                PublishedEvent.name(event),
                new Invitations.Subject(after.key(), after.id(), after.itemCode(), after.body(), after.division()),
                clock.instant());
    }

    /** Writes down what happened without a step: history, news and trail. */
    void note(
            Application after, @Nullable Actor actor, Occurrences.Occurrence occurrence, int itemVersion, Instant now) {
        write(after, entry(occurrence.name(), after.status(), after, actor, occurrence.note(), null, now));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", after.id().toString());
        data.put("number", after.givenNumber());
        data.put("itemCode", after.itemCode());
        data.put("itemVersion", itemVersion);
        data.put("body", after.body());
        data.put("division", after.division());
        data.put("status", after.status().publicStatus().code());
        data.putAll(occurrence.data());
        outbox.send(new EventDraft(
                TOPIC,
                "cn.yiwang.application." + occurrence.name() + ".v1",
                after.id().toString(),
                after.eventCount(),
                data));
        AuditEntry entry = new AuditEntry(
                occurrence.action(),
                "application",
                after.id().toString(),
                occurrence.basis(),
                Map.copyOf(occurrence.data()));
        record(actor, entry);
    }

    /**
     * Writes down and publishes what happened without leading anywhere; ids and codes only.
     *
     * @param actor null when this service itself acts
     * @param more what the message says beside what all of them say
     */
    public void announce(
            Application after,
            int itemVersion,
            @Nullable Actor actor,
            String name,
            @Nullable String note,
            Map<String, ?> more,
            Instant now) {
        write(after, entry(name, after.status(), after, actor, note, null, now));
        publish(after, itemVersion, name, more);
    }

    /** Publishes news that no step of the lifecycle made, as the application's newest; ids and codes only. */
    public void publish(Application after, int itemVersion, String name, Map<String, ?> more) {
        Map<String, Object> data = PublishedEvent.data(after, itemVersion);
        data.putAll(more);
        outbox.send(new EventDraft(TOPIC, PublishedEvent.type(name), after.id().toString(), after.eventCount(), data));
    }

    /** {@code actor} is null when this service itself acts. */
    public void audit(@Nullable Actor actor, String action, Application after, @Nullable String ground) {
        Map<String, Object> details =
                new HashMap<>(Map.of("status", after.status().name(), "version", after.version()));
        UUID mandate = Acting.mandateId();
        if (mandate != null) {
            details.put("mandate", mandate.toString());
        }
        AuditEntry entry = new AuditEntry(action, "application", after.id().toString(), ground, details);
        record(actor, entry);
    }

    private void record(@Nullable Actor actor, AuditEntry entry) {
        if (actor == null) {
            audit.record(entry);
        } else {
            audit.record(actor, entry);
        }
    }
}
