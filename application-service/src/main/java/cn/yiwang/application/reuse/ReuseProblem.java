package cn.yiwang.application.reuse;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a material cannot be given without a new file. Each time the file can be uploaded instead. */
public enum ReuseProblem implements ProblemType {
    NO_CERTIFICATE_FORESEEN("no-certificate-foreseen", HttpStatus.UNPROCESSABLE_CONTENT),
    CONSENT_REQUIRED("consent-required", HttpStatus.UNPROCESSABLE_CONTENT),
    NO_CERTIFICATE_TO_USE("no-certificate-to-use", HttpStatus.UNPROCESSABLE_CONTENT),
    CERTIFICATES_UNAVAILABLE("certificates-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    MATERIAL_EXPIRED("material-expired", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    ReuseProblem(String slug, HttpStatus status) {
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
