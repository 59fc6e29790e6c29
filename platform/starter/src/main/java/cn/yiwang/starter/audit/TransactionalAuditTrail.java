package cn.yiwang.starter.audit;

import cn.yiwang.starter.confidential.ConfidentialModule;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.CurrentActor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Stores entries in the caller's transaction, unchained: a lock on the chain would put all decisions of a service in one line. */
final class TransactionalAuditTrail implements AuditTrail {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new ConfidentialModule()).build();
    private static final int MAXIMUM_DETAILS = 16_000;
    private static final String SYSTEM = "SYSTEM";

    private final AuditTable table;
    private final Clock clock;
    private final String service;
    private final @Nullable Tracer tracer;

    TransactionalAuditTrail(AuditTable table, Clock clock, String service, @Nullable Tracer tracer) {
        this.table = table;
        this.clock = clock;
        this.service = service;
        this.tracer = tracer;
    }

    @Override
    public void record(AuditEntry entry) {
        Actor actor = CurrentActor.find();
        if (actor == null) {
            insert(service, SYSTEM, null, "", entry);
        } else {
            record(actor, entry);
        }
    }

    @Override
    public void record(Actor actor, AuditEntry entry) {
        String actingFor = actor.organization() == null ? actor.department() : actor.organization();
        String roles = actor.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        insert(actor.subject(), actor.type().name(), actingFor, roles, entry);
    }

    private void insert(String subject, String type, @Nullable String actingFor, String roles, AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "An audit entry is recorded in the transaction of the decision: " + entry.action());
        }
        Map<String, Object> sorted = new TreeMap<>(entry.details());
        String details = JSON.writeValueAsString(sorted);
        if (details.length() > MAXIMUM_DETAILS) {
            throw new IllegalArgumentException("The details of " + entry.action() + " are too long");
        }
        table.insert(new AuditRow(
                0,
                clock.instant(),
                subject,
                type,
                actingFor,
                roles,
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.ground(),
                details,
                traceId()));
    }

    private @Nullable String traceId() {
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
