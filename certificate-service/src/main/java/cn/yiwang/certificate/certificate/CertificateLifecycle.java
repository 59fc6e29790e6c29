package cn.yiwang.certificate.certificate;

import static cn.yiwang.certificate.certificate.CertificateStatus.ISSUED;
import static cn.yiwang.certificate.certificate.CertificateStatus.REVOKED;

import cn.yiwang.certificate.certificate.CertificateEvent.CertificateRevoked;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of a certificate's life. */
final class CertificateLifecycle {

    static final TransitionTable<CertificateStatus, CertificateEvent> TABLE =
            TransitionTable.<CertificateStatus, CertificateEvent>startingIn(ISSUED)
                    .from(ISSUED)
                    .on(CertificateRevoked.class)
                    .to(REVOKED)
                    .table();

    private CertificateLifecycle() {}
}
