package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Certificate;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The address under which everybody who is shown it can verify a certificate. */
@Component
class CertificateLinks {

    static final String VERIFICATIONS = "/api/v1/certificate-verifications/{identifier}";

    private final URI base;

    CertificateLinks(@Value("${yiwang.public-base-url}") URI base) {
        if (base.getHost() == null) {
            throw new IllegalArgumentException(
                    "yiwang.public-base-url must be a complete address, such as https://host");
        }
        this.base = base;
    }

    String verificationOf(Certificate certificate) {
        return UriComponentsBuilder.fromUri(base)
                .path(VERIFICATIONS)
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(
                        certificate.metadata().identifier().value(),
                        certificate.token().value())
                .toUriString();
    }
}
