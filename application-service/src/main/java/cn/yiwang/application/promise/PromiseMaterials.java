package cn.yiwang.application.promise;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.commitment.PromisedMaterial;
import cn.yiwang.application.commitment.PromisedMaterials;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.material.Materials;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The applicant signs that materials come later (容缺受理): only those that the guide lets come later, and that are not there yet. */
@Component
public class PromiseMaterials {

    private final Desk desk;
    private final PromisedMaterials promises;
    private final Materials materials;

    PromiseMaterials(Desk desk, PromisedMaterials promises, Materials materials) {
        this.desk = desk;
        this.promises = promises;
        this.materials = materials;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application promise(Actor actor, UUID id, long seen, List<String> codes) {
        Application before = desk.openAsApplicant(actor, MandateAction.SUBMIT, id, seen);
        if (before.status() != Status.SUBMITTED && before.status() != Status.CORRECTED) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        Guide guide = desk.guide(before);
        requireDeferrable(before, guide, codes);
        Instant now = desk.now();
        for (String code : codes) {
            String name = guide.requirement(code).orElseThrow();
            promises.add(before.key(), code, promises.text(name), actor.subject(), now);
        }
        Change change = Change.of(before, before.status(), before.mover())
                .set("promised_materials", before.promisedMaterials() + codes.size());
        Application after = desk.write(before, change, 1, now);
        desk.journal()
                .announce(after, guide.version(), actor, "materials-promised", null, Map.of("materials", codes), now);
        desk.journal().audit(actor, "promise-materials", after, null);
        return after;
    }

    private void requireDeferrable(Application before, Guide guide, List<String> codes) {
        Set<String> taken = new HashSet<>(materials.codes(before.key()));
        promises.of(before.key()).stream().map(PromisedMaterial::code).forEach(taken::add);
        ProblemException refused = new ProblemException(ApplicationProblem.MATERIAL_NOT_DEFERRABLE);
        boolean allDeferrable = true;
        for (int i = 0; i < codes.size(); i++) {
            boolean later = guide.material(codes.get(i))
                    .filter(material -> material.necessity() == Guide.Necessity.LATER_ALLOWED)
                    .isPresent();
            if (!later || !taken.add(codes.get(i))) {
                refused.at("/materials/" + i, "material.not-deferrable");
                allDeferrable = false;
            }
        }
        if (!allDeferrable) {
            throw refused;
        }
    }
}
