package cn.yiwang.application.reuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file that somebody handed in once.
 *
 * @param code the material it was handed in for
 * @param validUntil the last day on which it may be handed in again
 * @param guideKey the guide under which it was handed in
 */
@SuppressWarnings("ArrayRecordComponent") // rows are read, never compared
record OwnMaterial(
        long key,
        UUID id,
        String code,
        String fileName,
        String mediaType,
        long size,
        byte[] sha256,
        Instant uploadedAt,
        LocalDate validUntil,
        UUID applicationId,
        long guideKey) {}
