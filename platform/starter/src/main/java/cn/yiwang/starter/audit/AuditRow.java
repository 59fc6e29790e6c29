package cn.yiwang.starter.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An audit entry as it is stored: every column that the chain covers. */
record AuditRow(
        long id,
        Instant occurredAt,
        String actorSubject,
        String actorType,
        @Nullable String actingFor,
        String roles,
        String action,
        String objectType,
        String objectId,
        @Nullable String ground,
        String details,
        @Nullable String traceId) {}
