package cn.yiwang.application.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody stands in for a colleague who is away; both days belong to it. */
public record Delegation(
        UUID id,
        String body,
        String division,
        String principal,
        String deputy,
        LocalDate from,
        LocalDate to,
        String reason,
        @Nullable Instant revokedAt) {}
