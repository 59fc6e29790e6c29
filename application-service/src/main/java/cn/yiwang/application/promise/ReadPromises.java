package cn.yiwang.application.promise;

import cn.yiwang.application.commitment.Commitment;
import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.commitment.PromisedMaterial;
import cn.yiwang.application.commitment.PromisedMaterials;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what was promised, to the applicant and to the competent body. */
@Component
public class ReadPromises {

    private final Desk desk;
    private final PromisedMaterials materials;
    private final Commitments commitments;

    ReadPromises(Desk desk, PromisedMaterials materials, Commitments commitments) {
        this.desk = desk;
        this.materials = materials;
        this.commitments = commitments;
    }

    /**
     * All promises of an application.
     *
     * @param offered what may be signed in place of proof; null where the guide does not allow it
     */
    public record Promises(
            Guide guide,
            List<PromisedMaterial> materials,
            @Nullable Commitment commitment,
            @Nullable String offered) {

        public Promises {
            materials = List.copyOf(materials);
        }
    }

    public Promises of(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        if (!Access.seesEverything(actor, application)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        Guide guide = desk.guide(application);
        return new Promises(
                guide,
                materials.of(application.key()),
                commitments.of(application.key()).orElse(null),
                Commitments.text(guide).orElse(null));
    }
}
