package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.commitment.PromisedMaterials;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.correction.PreReviews;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a file to a draft, or to a later application that was asked for it. Files only add to it, so several may be sent at once and none needs the version. */
@Component
public class AttachMaterial {

    /** Generous for any guide; keeps one application from filling the store. */
    private static final int MOST_MATERIALS = 100;

    private final Desk desk;
    private final Intake intake;
    private final Materials materials;
    private final PreReviews preReviews;
    private final Corrections corrections;
    private final PromisedMaterials promises;

    AttachMaterial(
            Desk desk,
            Intake intake,
            Materials materials,
            PreReviews preReviews,
            Corrections corrections,
            PromisedMaterials promises) {
        this.desk = desk;
        this.intake = intake;
        this.materials = materials;
        this.preReviews = preReviews;
        this.corrections = corrections;
        this.promises = promises;
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
        requireAwaited(application, materialCode);
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
        Application draft = desk.lock(actor, id);
        desk.access().demand(draft.status() == Status.DRAFT ? MandateAction.DRAFT : MandateAction.CORRECT);
        requireAwaited(draft, materialCode);
        material(draft, materialCode);
        return draft;
    }

    /** Adds a row to an application that {@link #open} locked. */
    public Attached add(Actor actor, Application draft, Material material, LocalDate validUntil) {
        if (materials.count(draft.key()) >= MOST_MATERIALS) {
            throw new ProblemException(ApplicationProblem.TOO_MANY_MATERIALS, MOST_MATERIALS);
        }
        materials.add(draft.key(), material, actor.subject(), validUntil);
        return new Attached(write(actor, draft, material.code()), material);
    }

    /** Gives an application to which this material was added its next version. */
    public Application write(Actor actor, Application draft, String materialCode) {
        Change change = Change.of(draft, draft.status(), draft.mover());
        return isAccepted(draft.status())
                ? keepPromise(actor, draft, change, materialCode)
                : desk.write(draft, change, 0, desk.now());
    }

    private Guide.Material material(Application application, String materialCode) {
        return desk.guide(application).material(materialCode).orElseThrow(() -> new ProblemException(
                        ApplicationProblem.MATERIAL_OUTSIDE_GUIDE)
                .at("materialCode", "material.outside-guide"));
    }

    /** After acceptance only promised materials are awaited. */
    private Application keepPromise(Actor actor, Application before, Change change, String code) {
        Instant now = desk.now();
        promises.handIn(before.key(), code, now);
        Application after = desk.applications()
                .write(before, change.set("promised_materials", before.promisedMaterials() - 1), 1, now);
        desk.journal()
                .announce(
                        after,
                        desk.guide(after).version(),
                        actor,
                        "promised-material-handed-in",
                        null,
                        Map.of("material", code),
                        now);
        return after;
    }

    private static boolean isAccepted(Status status) {
        return status == Status.FIRST_REVIEW
                || status == Status.UNDER_REVIEW
                || status == Status.AWAITING_DECISION
                || status == Status.SUSPENDED;
    }

    /** A draft takes every material of the guide; later only what the applicant was asked for. */
    private void requireAwaited(Application application, String code) {
        boolean awaited =
                switch (application.status()) {
                    case DRAFT -> true;
                    case SUBMITTED -> preReviews.asksFor(application.key(), code);
                    case CORRECTION_REQUESTED -> corrections.asksFor(application.key(), code);
                    case FIRST_REVIEW, UNDER_REVIEW, AWAITING_DECISION, SUSPENDED ->
                        application.promisedMaterials() > 0 && promises.awaits(application.key(), code);
                    case CORRECTED, NOT_ACCEPTED, TERMINATED, GRANTED, PARTLY_GRANTED, DELIVERED, REFUSED, WITHDRAWN ->
                        false;
                };
        if (!awaited && application.status() == Status.CORRECTION_REQUESTED) {
            throw new ProblemException(ApplicationProblem.MATERIAL_NOT_ASKED_FOR)
                    .at("materialCode", "material.not-asked-for");
        }
        if (!awaited) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, application.status().label());
        }
    }
}
