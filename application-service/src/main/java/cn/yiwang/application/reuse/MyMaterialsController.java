package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.application.material.TrustGrade;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The applicant's own space of materials: what was given once and may be handed in again. */
@RestController
@PreAuthorize("hasRole('APPLICANT')")
class MyMaterialsController {

    private final OwnMaterials own;
    private final Guides guides;

    MyMaterialsController(OwnMaterials own, Guides guides) {
        this.own = own;
        this.guides = guides;
    }

    @Schema(name = "OwnMaterial")
    record OwnMaterialView(
            UUID id,
            Coded material,
            String fileName,
            String mediaType,
            long size,
            Instant uploadedAt,

            @Schema(description = "The last day on which it may be handed in again")
            LocalDate validUntil,

            UUID applicationId,
            Grade trustGrade) {}

    @Schema(name = "TrustGrade")
    record Grade(TrustGrade code, String label) {

        static Grade of(TrustGrade grade) {
            return new Grade(grade, grade.label());
        }
    }

    /** Newest first. */
    @GetMapping("/api/v1/my-materials")
    Page<OwnMaterialView> list(Actor actor, PageRequest page) {
        String after = page.after();
        long before = after == null ? Long.MAX_VALUE : Cursor.decode(after, 1).longAt(0);
        return Page.of(own.list(actor, before, page.limit() + 1), page, last -> Cursor.encode(last.key()))
                .map(this::view);
    }

    private OwnMaterialView view(OwnMaterial material) {
        Guide guide = guides.pinned(material.guideKey()).guide();
        String name = guide.material(material.code()).map(Guide.Material::name).orElse(material.code());
        return new OwnMaterialView(
                material.id(),
                new Coded(material.code(), name),
                material.fileName(),
                material.mediaType(),
                material.size(),
                material.uploadedAt(),
                material.validUntil(),
                material.applicationId(),
                Grade.of(TrustGrade.C));
    }
}
