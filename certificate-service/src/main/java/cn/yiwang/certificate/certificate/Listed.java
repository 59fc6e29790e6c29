package cn.yiwang.certificate.certificate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as lists show it.
 *
 * @param holderName null when what is stored of the holder was altered: one bad row must not take the others of the list with it
 */
public record Listed(
        UUID id, UUID applicationId, Face face, @Nullable String holderName) {}
