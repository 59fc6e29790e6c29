package cn.yiwang.certificate.certificate;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems that only certificates have. */
public enum CertificateProblem implements ProblemType {
    /** Unknown identifier, wrong token, no token: one answer for all, so that nothing can be probed. */
    CERTIFICATE_NOT_VERIFIED("certificate-not-verified", HttpStatus.NOT_FOUND),
    CERTIFICATE_NOT_IN_FORCE("certificate-not-in-force", HttpStatus.CONFLICT),
    /** What is stored of it no longer opens: somebody changed it in the database. */
    CERTIFICATE_ALTERED("certificate-altered", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    CertificateProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
