package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param officer on whose desk it lies, null while it is the pool's
 * @param version what to send as {@code If-Match} when doing it
 */
record WorklistEntry(
        long key,
        UUID applicationId,
        String number,
        Status status,
        long version,
        long guideKey,
        LocalDate dueOn,
        boolean dueProvisional,
        @Nullable Instant since,
        @Nullable String officer) {}
