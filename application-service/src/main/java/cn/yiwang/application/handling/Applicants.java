package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.mandate.Principal;
import cn.yiwang.application.mandate.Principals;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.identity.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applicants as the token vouches for them, and as they are stored. */
@Component
class Applicants {

    private static final String SEALED = "application.applicant_sealed";

    private final Principals principals;
    private final ConfidentialCodec codec;
    private final JsonMapper json;

    Applicants(Principals principals, ConfidentialCodec codec, JsonMapper json) {
        this.principals = principals;
        this.codec = codec;
        this.json = json;
    }

    /**
     * The applicant on whose behalf the actor calls: the mandate's principal, else the organization or the person of the token.
     *
     * @throws cn.yiwang.starter.problem.ProblemException 403 when the token stands for neither, or for nobody identified
     */
    Applicant of(Actor actor, Applicant.@Nullable Contact contact, Map<String, String> fields) {
        Principal principal = principals.of(actor);
        return new Applicant(
                principal.type(), principal.code(), principal.name(), actor.subject(), actor.name(), contact, fields);
    }

    /** The bytes by which the actor's own applications are found, or null when the actor applies for nobody. */
    byte @Nullable [] indexOf(Actor actor) {
        return principals.ownIndex(actor);
    }

    byte[] index(Audience type, String code) {
        return principals.index(type, code);
    }

    byte[] seal(Applicant applicant) {
        return codec.seal(json.writeValueAsString(applicant), SEALED);
    }

    Applicant open(byte[] sealed) {
        return json.readValue(codec.open(sealed, SEALED), Applicant.class);
    }
}
