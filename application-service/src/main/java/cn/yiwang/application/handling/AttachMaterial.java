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
import java.time.LocalDate;
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

    /**
     * The guide's material, for a caller who may add it now.
     *
     * @throws ProblemException 422 when the guide knows no such material, 409 when nothing can be added any more
     */
    public Guide.Material wanted(Actor actor, UUID id, String materialCode) {
        Application application = desk.read(actor, id);
        requireDraft(application);
        return material(application, materialCode);
    }

    /** Keeps the content before the transaction begins; a caller who may not add it leaves nothing behind. */
    public Material receive(
            Actor actor,
            UUID id,
            String materialCode,
            @Nullable String fileName,
            @Nullable String declaredType,
            InputStream content)
            throws IOException {
        return intake.take(wanted(actor, id, materialCode), fileName, declaredType, content);
    }

    /** Stores the row; runs in the caller's transaction. */
    public Attached attach(Actor actor, UUID id, Material material, LocalDate validUntil) {
        return add(actor, open(actor, id, material.code()), material, validUntil);
    }

    /** Locks an application to which the caller may add this material; runs in the caller's transaction. */
    public Application open(Actor actor, UUID id, String materialCode) {
        desk.access().demand(MandateAction.DRAFT);
        Application draft = desk.lock(actor, id);
        requireDraft(draft);
        material(draft, materialCode);
        return draft;
    }

    /** Adds a row to an application that {@link #open} locked. */
    public Attached add(Actor actor, Application draft, Material material, LocalDate validUntil) {
        if (materials.count(draft.key()) >= MOST_MATERIALS) {
            throw new ProblemException(ApplicationProblem.TOO_MANY_MATERIALS, MOST_MATERIALS);
        }
        materials.add(draft.key(), material, actor.subject(), validUntil);
        return new Attached(write(draft), material);
    }

    /** Gives an application to which something was added its next version. */
    public Application write(Application draft) {
        return desk.write(draft, Change.of(draft, draft.status(), draft.mover()), 0, desk.now());
    }

    private Guide.Material material(Application application, String materialCode) {
        return desk.guide(application).material(materialCode).orElseThrow(() -> new ProblemException(
                        ApplicationProblem.MATERIAL_OUTSIDE_GUIDE)
                .at("materialCode", "material.outside-guide"));
    }

    private static void requireDraft(Application application) {
        if (application.status() != Status.DRAFT) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, application.status().label());
        }
    }
}
