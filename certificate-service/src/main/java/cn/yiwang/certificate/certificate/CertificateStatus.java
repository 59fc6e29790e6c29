package cn.yiwang.certificate.certificate;

/** Where a certificate stands. That it has expired is no status: the calendar says so. */
public enum CertificateStatus {
    /** In force until its last day; only the issuer can end it earlier. */
    ISSUED,
    /** Taken back by the issuer (撤销). Nothing follows. */
    REVOKED
}
