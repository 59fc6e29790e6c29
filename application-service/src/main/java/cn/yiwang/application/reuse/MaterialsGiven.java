package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.material.CertificateUse;
import cn.yiwang.application.material.CertificateUses;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.Materials;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what the guide asks and how each of it was given; that an official looked at a certificate's content goes on record. */
@Component
class MaterialsGiven {

    private final Desk desk;
    private final Materials materials;
    private final CertificateUses uses;
    private final AuditTrail audit;

    MaterialsGiven(Desk desk, Materials materials, CertificateUses uses, AuditTrail audit) {
        this.desk = desk;
        this.materials = materials;
        this.uses = uses;
        this.audit = audit;
    }

    /** One material of the guide with what was given for it. */
    record Line(
            Guide.Material material,
            List<Material> files,
            @Nullable CertificateUse certificate) {}

    @Transactional
    public List<Line> of(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        Guide guide = desk.guide(application);
        List<Material> files = materials.of(application.key());
        List<CertificateUse> certificates =
                guide.hasMaterialsCoveredByCertificates() ? uses.of(application.key()) : List.of();
        if (actor.type() == SubjectType.STAFF && !certificates.isEmpty()) {
            audit.record(
                    actor,
                    new AuditEntry(
                            "read-certificate-uses",
                            "application",
                            id.toString(),
                            null,
                            Map.of(
                                    "certificates",
                                    certificates.stream()
                                            .map(use -> use.certificateId().toString())
                                            .toList())));
        }
        return guide.guide().materials().stream()
                .map(material -> line(material, files, certificates))
                .toList();
    }

    private static Line line(Guide.Material material, List<Material> files, List<CertificateUse> certificates) {
        return new Line(
                material,
                files.stream()
                        .filter(file -> file.code().equals(material.code()))
                        .toList(),
                certificates.stream()
                        .filter(use -> use.code().equals(material.code()))
                        .findFirst()
                        .orElse(null));
    }
}
