package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.ReadCertificates;
import cn.yiwang.certificate.certificate.RevokeCertificate;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/certificates")
class CertificateController {

    private final ReadCertificates read;
    private final RevokeCertificate revoke;
    private final CertificateLinks links;
    private final Clock clock;

    CertificateController(ReadCertificates read, RevokeCertificate revoke, CertificateLinks links, Clock clock) {
        this.read = read;
        this.revoke = revoke;
        this.links = links;
        this.clock = clock;
    }

    /** Why a certificate is taken back; kept on record, not published. */
    record Revocation(
            @NotNull @PlainText(min = 1, max = 500) String reason) {}

    /** What decides a revocation: its reason and the version it was decided on. */
    private record RevocationCall(Revocation body, long version) {}

    @GetMapping
    Page<CertificateLine> list(Actor actor, PageRequest page) {
        LocalDate today = ChinaTime.today(clock);
        return read.list(actor, page).map(certificate -> CertificateLine.of(certificate, today));
    }

    @GetMapping("/{id}")
    ResponseEntity<CertificateView> read(Actor actor, @PathVariable UUID id) {
        return answer(HttpStatus.OK, read.read(actor, id));
    }

    @GetMapping(path = "/{id}/qr-code", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> qrCode(Actor actor, @PathVariable UUID id) {
        Certificate certificate = read.find(actor, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(QrCode.png(links.verificationOf(certificate)));
    }

    @PostMapping("/{id}/revocations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CertificateView> revoke(
            Actor actor,
            @PathVariable UUID id,
            IfMatch ifMatch,
            IdempotentCall call,
            @Valid @RequestBody Revocation revocation) {
        return call.run(
                new RevocationCall(revocation, ifMatch.version()),
                () -> answer(HttpStatus.CREATED, revoke.revoke(actor, id, ifMatch.version(), revocation.reason())));
    }

    private ResponseEntity<CertificateView> answer(HttpStatus status, Certificate certificate) {
        CertificateView view =
                CertificateView.of(certificate, links.verificationOf(certificate), ChinaTime.today(clock));
        return ResponseEntity.status(status)
                .eTag(ETags.of(certificate.version()))
                .cacheControl(CacheControl.noStore())
                .body(view);
    }
}
