package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.material.CertificateUse;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.TrustGrade;
import cn.yiwang.application.reuse.MyMaterialsController.Grade;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers read of materials that were given one way or another. */
final class ReuseViews {

    private ReuseViews() {}

    /** How a material was given. */
    enum How {
        NOT_YET,
        FILE,
        CERTIFICATE
    }

    @Schema(name = "MaterialGiven")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaterialGivenView(
            String code,
            String name,
            Guide.Necessity necessity,
            How given,

            @Schema(description = "Whether an e-certificate may stand for it")
            boolean certificatePossible,

            List<FileView> files,
            @Nullable CertificateUseView certificate) {

        static MaterialGivenView of(MaterialsGiven.Line line) {
            CertificateUse use = line.certificate();
            How given = use != null ? How.CERTIFICATE : line.files().isEmpty() ? How.NOT_YET : How.FILE;
            return new MaterialGivenView(
                    line.material().code(),
                    line.material().name(),
                    line.material().necessity(),
                    given,
                    line.material().coverableByCertificate(),
                    line.files().stream().map(FileView::of).toList(),
                    use == null ? null : CertificateUseView.of(use));
        }
    }

    @Schema(name = "FileGiven")
    record FileView(
            UUID id, String code, String fileName, String mediaType, long size, Instant uploadedAt, Grade trustGrade) {

        static FileView of(Material material) {
            return new FileView(
                    material.id(),
                    material.code(),
                    material.fileName(),
                    material.mediaType(),
                    material.size(),
                    material.uploadedAt(),
                    Grade.of(TrustGrade.C));
        }
    }

    /** What the certificate said when it was fetched. */
    @Schema(name = "CertificateGiven")
    record CertificateUseView(
            UUID id,
            String materialCode,
            UUID certificateId,
            String identifier,
            String certificateNumber,
            String type,
            String issuer,
            String holder,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            Map<String, String> fields,
            Grade trustGrade,
            UUID consentReference,
            Instant usedAt) {

        static CertificateUseView of(CertificateUse use) {
            CertificateUse.Snapshot said = use.snapshot();
            return new CertificateUseView(
                    use.id(),
                    use.code(),
                    use.certificateId(),
                    said.identifier(),
                    said.number(),
                    said.type(),
                    said.issuer(),
                    said.holder(),
                    said.issuedOn(),
                    said.validFrom(),
                    use.validTo(),
                    said.fields(),
                    Grade.of(use.grade()),
                    use.consentId(),
                    use.usedAt());
        }
    }
}
