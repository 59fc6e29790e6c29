package cn.yiwang.application.mandate;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.standards.CitizenId;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose name a caller acts: the mandate's principal, else the organization or the person that the token vouches for. */
@Component
public class Principals {

    private static final String PRINCIPAL_INDEX = "application.applicant_index";
    private static final String AGENT_INDEX = "mandate.agent_index";

    private final ConfidentialCodec codec;

    Principals(ConfidentialCodec codec) {
        this.codec = codec;
    }

    /**
     * Whom the caller acts for in this request.
     *
     * @throws ProblemException 403 when the token stands for neither, or for nobody identified
     */
    public Principal of(Actor actor) {
        Mandate mandate = Acting.under();
        return mandate == null ? own(actor) : mandate.principal();
    }

    /** Whom the token itself stands for; 403 as above. */
    public Principal own(Actor actor) {
        Audience type =
                switch (actor.type()) {
                    case ORGANIZATION -> Audience.ORGANIZATION;
                    case PERSON -> Audience.PERSON;
                    case STAFF, SYSTEM -> throw new ProblemException(CommonProblem.FORBIDDEN);
                };
        if (!isIdentified(actor)) {
            throw new ProblemException(ApplicationProblem.ASSURANCE_TOO_LOW, 2, actor.assurance());
        }
        String code = Objects.requireNonNull(type == Audience.ORGANIZATION ? actor.organization() : actor.idNumber());
        String name = type == Audience.ORGANIZATION && actor.organizationName() != null
                ? actor.organizationName()
                : actor.name();
        return new Principal(type, code, name);
    }

    /** The bytes by which what belongs to the token's own principal is found, or null when it stands for nobody. */
    public byte @Nullable [] ownIndex(Actor actor) {
        return isApplicant(actor) && isIdentified(actor) ? index(own(actor)) : null;
    }

    public byte[] index(Principal principal) {
        return index(principal.type(), principal.code());
    }

    public byte[] index(Audience type, String code) {
        return codec.blindIndex(type + ":" + code, PRINCIPAL_INDEX);
    }

    /** The bytes by which the mandates are found under which this person may act, or null when no number vouches for them. */
    byte @Nullable [] agentIndex(Actor actor) {
        String number = actor.idNumber();
        return isApplicant(actor) && number != null && CitizenId.isValid(number) ? agentIndex(number) : null;
    }

    byte[] agentIndex(String idNumber) {
        return codec.blindIndex(idNumber, AGENT_INDEX);
    }

    private static boolean isApplicant(Actor actor) {
        return actor.type() == SubjectType.ORGANIZATION || actor.type() == SubjectType.PERSON;
    }

    private static boolean isIdentified(Actor actor) {
        return actor.type() == SubjectType.ORGANIZATION
                ? actor.organization() != null && CreditCode.isValid(actor.organization())
                : actor.idNumber() != null && CitizenId.isValid(actor.idNumber());
    }
}
