package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.guide.Office;
import cn.yiwang.standards.CitizenId;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Takes an application in at a window for somebody who came there: the competent body's own, or any hall that the guide's scope of
 * handling across regions reaches (跨域通办). Whoever takes it in hands it in for the applicant; the competent body handles it.
 */
@Component
public class TakeInApplication {

    private final Desk desk;
    private final OpenApplication open;

    TakeInApplication(Desk desk, OpenApplication open) {
        this.desk = desk;
        this.open = open;
    }

    /** Whom the clerk saw, by their certificate. */
    public record Visitor(Audience type, String code, String name) {

        /** Leaves everything personal out. */
        @Override
        public String toString() {
            return "Visitor[" + type + "]";
        }
    }

    /** Stores a draft; runs in the caller's transaction. */
    public Application takeIn(Actor clerk, Visitor visitor, OpenApplication.Prepared prepared) {
        Office hall = hall(clerk);
        requireRealCode(visitor);
        Guide guide = prepared.lookup().get().guide();
        if (!guide.isTakenInAt(hall)) {
            throw new ProblemException(ApplicationProblem.NOT_TAKEN_IN_HERE);
        }
        Applicant applicant = new Applicant(
                visitor.type(),
                visitor.code(),
                visitor.name(),
                clerk.subject(),
                clerk.name(),
                prepared.wish().contact(),
                prepared.wish().fields());
        Application draft = open.openFor(applicant, prepared);
        Change change = Change.of(draft, draft.status(), draft.mover())
                .set("intake_body", hall.body())
                .set("intake_division", hall.division());
        Application takenIn = desk.write(draft, change, 0, desk.now());
        desk.journal().audit(clerk, "take-in-application", takenIn, null);
        return takenIn;
    }

    private static Office hall(Actor clerk) {
        if (clerk.department() == null || clerk.division() == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return new Office(clerk.department(), clerk.division());
    }

    private static void requireRealCode(Visitor visitor) {
        boolean real =
                switch (visitor.type()) {
                    case PERSON -> CitizenId.isValid(visitor.code());
                    case ORGANIZATION -> CreditCode.isValid(visitor.code());
                };
        if (!real) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/applicant/code", "invalid-value");
        }
    }
}
