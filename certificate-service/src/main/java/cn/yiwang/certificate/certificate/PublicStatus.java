package cn.yiwang.certificate.certificate;

import java.time.LocalDate;

/** What everybody may know, with the codes that certificate systems use among one another. */
public enum PublicStatus {
    VALID("01", "有效"),
    REVOKED("03", "撤销"),
    EXPIRED("05", "失效");

    private final String code;
    private final String label;

    PublicStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static PublicStatus of(CertificateStatus status, LocalDate validTo, LocalDate today) {
        return switch (status) {
            case REVOKED -> REVOKED;
            case ISSUED -> today.isAfter(validTo) ? EXPIRED : VALID;
        };
    }
}
