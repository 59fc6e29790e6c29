package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.material.Intake;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.Materials;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a file to a draft. Files only add to it, so several may be sent at once and none needs the version. */
@Component
public class AttachMaterial {

    /** Generous for any guide; keeps one application from filling the store. */
    private static final int MOST_MATERIALS = 100;

    private final Desk desk;
    private final Intake intake;
    private final Materials materials;

    AttachMaterial(Desk desk, Intake intake, Materials materials) {
        this.desk = desk;
        this.intake = intake;
        this.materials = materials;
    }

    /** The row that was added, and the application it belongs to. */
    public record Attached(Application application, Material material) {}

    /** Keeps the content before the transaction begins; a caller who may not add it leaves nothing behind. */
    public Material receive(
            Actor actor,
            UUID id,
            String materialCode,
            @Nullable String fileName,
            @Nullable String declaredType,
            InputStream content)
            throws IOException {
        Application application = desk.applications().read(id, desk.access().of(actor));
        requireDraft(application);
        Guide.Material wanted = desk.guide(application).material(materialCode).orElseThrow(() -> new ProblemException(
                        ApplicationProblem.MATERIAL_OUTSIDE_GUIDE)
                .at("materialCode", "material.outside-guide"));
        return intake.take(wanted, fileName, declaredType, content);
    }

    /** Stores the row; runs in the caller's transaction. */
    public Attached attach(Actor actor, UUID id, Material material) {
        desk.access().demand(MandateAction.DRAFT);
        Application draft = desk.applications().lock(id, desk.access().of(actor));
        requireDraft(draft);
        if (desk.guide(draft).material(material.code()).isEmpty()) {
            throw new ProblemException(ApplicationProblem.MATERIAL_OUTSIDE_GUIDE)
                    .at("materialCode", "material.outside-guide");
        }
        if (materials.count(draft.key()) >= MOST_MATERIALS) {
            throw new ProblemException(ApplicationProblem.TOO_MANY_MATERIALS, MOST_MATERIALS);
        }
        materials.add(draft.key(), material, actor.subject());
        Application after =
                desk.applications().write(draft, Change.of(draft, draft.status(), draft.mover()), 0, desk.now());
        return new Attached(after, material);
    }

    private static void requireDraft(Application application) {
        if (application.status() != Status.DRAFT) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, application.status().label());
        }
    }
}
