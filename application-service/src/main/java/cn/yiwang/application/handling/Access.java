package cn.yiwang.application.handling;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides who may see an application: its applicant, the staff of the competent body, and whoever was asked to review it. */
@Component
public class Access {

    private static final Visibility NOTHING = new Visibility("1 = 0", Map.of());

    private final Applicants applicants;

    Access(Applicants applicants) {
        this.applicants = applicants;
    }

    public Visibility of(Actor actor) {
        return switch (actor.type()) {
            case PERSON, ORGANIZATION -> own(actor);
            case STAFF -> official(actor);
            case SYSTEM -> NOTHING;
        };
    }

    /** Whether the actor works for the body that handles the application, not only for one that was asked. */
    public static boolean isCompetent(Actor actor, Application application) {
        return actor.type() == SubjectType.STAFF
                && application.body().equals(actor.department())
                && application.division().equals(actor.division());
    }

    /** Whether the actor sees what all departments said: the applicant does, and the competent body. */
    public static boolean seesEverything(Actor actor, Application application) {
        return actor.type() != SubjectType.STAFF || isCompetent(actor, application);
    }

    private Visibility own(Actor actor) {
        byte[] index = actor.has(Role.APPLICANT) ? applicants.indexOf(actor) : null;
        return index == null
                ? NOTHING
                : new Visibility("a.applicant_index = :seeApplicant", Map.of("seeApplicant", index));
    }

    /** A draft is still its applicant's alone. */
    private static Visibility official(Actor actor) {
        if (actor.department() == null || actor.division() == null) {
            return NOTHING;
        }
        Map<String, Object> office = Map.of("seeBody", actor.department(), "seeDivision", actor.division());
        String competent = "a.body = :seeBody AND a.division = :seeDivision AND a.status <> 'DRAFT'";
        String asked = """
                EXISTS (SELECT 1 FROM review_task see
                         WHERE see.application_id = a.id AND see.department = :seeBody AND see.division = :seeDivision)""";
        if (actor.has(Role.REVIEWER)) {
            return new Visibility("((" + competent + ") OR " + asked + ")", office);
        }
        return actor.has(Role.WINDOW_CLERK) || actor.has(Role.APPROVER)
                ? new Visibility("(" + competent + ")", office)
                : NOTHING;
    }
}
