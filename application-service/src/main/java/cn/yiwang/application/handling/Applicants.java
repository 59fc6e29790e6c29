package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.standards.CitizenId;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applicants as the token vouches for them, and as they are stored. */
@Component
class Applicants {

    private static final String SEALED = "application.applicant_sealed";
    private static final String INDEX = "application.applicant_index";

    private final ConfidentialCodec codec;
    private final JsonMapper json;

    Applicants(ConfidentialCodec codec, JsonMapper json) {
        this.codec = codec;
        this.json = json;
    }

    /**
     * The applicant on whose behalf the actor calls: the organization, or the person.
     *
     * @throws ProblemException 403 when the token stands for neither, or for nobody identified
     */
    Applicant of(Actor actor, Applicant.@Nullable Contact contact, Map<String, String> fields) {
        Audience type = type(actor);
        String name = type == Audience.ORGANIZATION && actor.organizationName() != null
                ? actor.organizationName()
                : actor.name();
        return new Applicant(type, code(actor), name, actor.subject(), actor.name(), contact, fields);
    }

    /** The bytes by which the actor's own applications are found, or null when the actor applies for nobody. */
    byte @Nullable [] indexOf(Actor actor) {
        boolean applies = actor.type() == SubjectType.ORGANIZATION || actor.type() == SubjectType.PERSON;
        return applies && isIdentified(actor) ? index(type(actor), code(actor)) : null;
    }

    byte[] index(Audience type, String code) {
        return codec.blindIndex(type + ":" + code, INDEX);
    }

    byte[] seal(Applicant applicant) {
        return codec.seal(json.writeValueAsString(applicant), SEALED);
    }

    Applicant open(byte[] sealed) {
        return json.readValue(codec.open(sealed, SEALED), Applicant.class);
    }

    private static Audience type(Actor actor) {
        return switch (actor.type()) {
            case ORGANIZATION -> Audience.ORGANIZATION;
            case PERSON -> Audience.PERSON;
            case STAFF, SYSTEM -> throw new ProblemException(CommonProblem.FORBIDDEN);
        };
    }

    private static String code(Actor actor) {
        if (!isIdentified(actor)) {
            throw new ProblemException(ApplicationProblem.ASSURANCE_TOO_LOW, 2, actor.assurance());
        }
        return Objects.requireNonNull(
                actor.type() == SubjectType.ORGANIZATION ? actor.organization() : actor.idNumber());
    }

    private static boolean isIdentified(Actor actor) {
        return actor.type() == SubjectType.ORGANIZATION
                ? actor.organization() != null && CreditCode.isValid(actor.organization())
                : actor.idNumber() != null && CitizenId.isValid(actor.idNumber());
    }
}
