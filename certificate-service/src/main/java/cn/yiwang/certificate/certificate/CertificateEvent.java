package cn.yiwang.certificate.certificate;

import java.time.LocalDate;

/** What can happen to an issued certificate. */
public sealed interface CertificateEvent {

    /** The issuer took it back; the reason is on record and not published. */
    record CertificateRevoked(LocalDate on, String reason) implements CertificateEvent {}
}
