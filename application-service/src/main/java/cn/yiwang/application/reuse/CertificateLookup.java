package cn.yiwang.application.reuse;

import cn.yiwang.application.material.CertificateUse;
import org.jspecify.annotations.Nullable;

/**
 * The answer of certificate-service, asked for before the transaction begins and looked at inside it, so that no connection of the pool waits
 * for another service and a repeated call gets its first answer.
 */
public sealed interface CertificateLookup {

    /** A certificate that may stand for the material. */
    record Found(CertificateUse use) implements CertificateLookup {}

    /** There is none that is valid and good enough. */
    record Nothing() implements CertificateLookup {}

    /** It could not be asked, or what it said is no answer. */
    record Unavailable(@Nullable RuntimeException reason) implements CertificateLookup {}
}
