package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.Acting;
import cn.yiwang.application.mandate.Mandate;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.mandate.Mandates;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Decides who may see an application: its applicant, the applicant's agent within a mandate that counts now, the staff of the competent
 * body, and whoever was asked to review it.
 */
@Component
public class Access {

    private static final Visibility NOTHING = new Visibility("1 = 0", Map.of());

    private final Applicants applicants;
    private final Mandates mandates;

    Access(Applicants applicants, Mandates mandates) {
        this.applicants = applicants;
        this.mandates = mandates;
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
        return actor.type() != SubjectType.STAFF
                || isCompetent(actor, application)
                || application.status() == Status.DRAFT;
    }

    /** A step of the applicant: 403 when the caller acts under a mandate that does not, or no longer, allow it. */
    void demand(MandateAction action) {
        mandates.demand(action);
    }

    /** The same for an application that is still to be made. */
    void demandToBegin(String itemCode, boolean submit) {
        mandates.demandToBegin(itemCode, submit);
    }

    private Visibility own(Actor actor) {
        Mandate mandate = Acting.under();
        if (mandate != null && actor.has(Role.APPLICANT)) {
            Mandates.Opens opens = mandates.opens(mandate);
            return new Visibility(opens.sql(), opens.parameters());
        }
        byte[] index = actor.has(Role.APPLICANT) ? applicants.indexOf(actor) : null;
        return index == null
                ? NOTHING
                : new Visibility("a.applicant_index = :seeApplicant", Map.of("seeApplicant", index));
    }

    /** A draft is still its applicant's alone, and the window's that took it in. A body that reviewed first goes on seeing it. */
    private static Visibility official(Actor actor) {
        if (actor.department() == null || actor.division() == null) {
            return NOTHING;
        }
        Map<String, Object> office = Map.of("seeBody", actor.department(), "seeDivision", actor.division());
        String competent = "a.body = :seeBody AND a.division = :seeDivision AND a.status <> 'DRAFT'";
        String asked = """
                EXISTS (SELECT 1 FROM review_task see
                         WHERE see.application_id = a.id AND see.department = :seeBody AND see.division = :seeDivision)""";
        List<String> ways = new ArrayList<>();
        if (actor.has(Role.REVIEWER) || actor.has(Role.WINDOW_CLERK) || actor.has(Role.APPROVER)) {
            ways.add("(" + competent + ")");
            ways.add("(a.first_body = :seeBody AND a.first_division = :seeDivision)");
        }
        if (actor.has(Role.REVIEWER)) {
            ways.add(asked);
        }
        if (actor.has(Role.WINDOW_CLERK)) {
            ways.add("(a.intake_body = :seeBody AND a.intake_division = :seeDivision)");
        }
        return ways.isEmpty() ? NOTHING : new Visibility("(" + String.join(" OR ", ways) + ")", office);
    }
}
