package cn.yiwang.application.reuse;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.AttachMaterial;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.MaterialValidity;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands a file in again that was given once: the content stays where it lies, only a row refers to it. */
@Component
class ReuseMaterial {

    private final Desk desk;
    private final AttachMaterial attach;
    private final OwnMaterials own;
    private final MaterialValidity validity;

    ReuseMaterial(Desk desk, AttachMaterial attach, OwnMaterials own, MaterialValidity validity) {
        this.desk = desk;
        this.attach = attach;
        this.own = own;
        this.validity = validity;
    }

    /** Stores the row; runs in the caller's transaction. It stays valid as long as the file that it refers to. */
    AttachMaterial.Attached reuse(Actor actor, UUID id, String materialCode, UUID materialId) {
        Application draft = attach.open(actor, id, materialCode);
        Guide.Material wanted = desk.guide(draft).material(materialCode).orElseThrow();
        OwnMaterial source =
                own.find(actor, materialId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        check(source, wanted);
        Material again = new Material(
                Ids.next(),
                wanted.code(),
                source.fileName(),
                source.mediaType(),
                source.size(),
                source.sha256(),
                desk.now());
        return attach.add(actor, draft, again, source.validUntil());
    }

    private void check(OwnMaterial source, Guide.Material wanted) {
        if (validity.isOver(source.validUntil())) {
            throw new ProblemException(ReuseProblem.MATERIAL_EXPIRED, source.validUntil());
        }
        if (!wanted.mediaTypes().contains(source.mediaType())) {
            throw new ProblemException(
                    ApplicationProblem.MATERIAL_TYPE_NOT_ALLOWED,
                    source.mediaType(),
                    String.join(", ", wanted.mediaTypes()));
        }
        if (source.size() > wanted.maxBytes()) {
            throw new ProblemException(ApplicationProblem.MATERIAL_TOO_LARGE, wanted.maxBytes());
        }
    }
}
