package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.ReadCertificates;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.PublicEndpoint;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Public: the link behind the QR code of a certificate. */
@RestController
class VerificationController {

    private final ReadCertificates read;
    private final Clock clock;

    VerificationController(ReadCertificates read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    @GetMapping(CertificateLinks.VERIFICATIONS)
    ResponseEntity<VerificationView> verify(
            @PathVariable String identifier, @RequestParam(required = false) @Nullable String token) {
        VerificationView view =
                VerificationView.of(read.verify(identifier, token), ChinaTime.today(clock), clock.instant());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutToken {

        @Bean
        PublicEndpoint verificationIsPublic() {
            return new PublicEndpoint(HttpMethod.GET, CertificateLinks.VERIFICATIONS);
        }
    }
}
