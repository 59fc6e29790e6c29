package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Set;

/**
 * From where an actor looks at work orders. This is the one authorization predicate: it is part of the SQL of lists and of single reads, and
 * it decides who the reporter is shown to.
 */
public sealed interface Viewpoint {

    /** The columns of the table {@code work_order} that hold for everything seen from here; parameters are named {@code v1}, {@code v2}. */
    String predicate();

    /** The values of {@code v1} and {@code v2}; an unused one is empty. */
    String first();

    /** The value of {@code v2}. */
    default String second() {
        return "";
    }

    /** Whether the person who brought the matter is shown from here. */
    boolean showsContact(WorkOrder order);

    /** The hotline's own unit for a division. */
    record IntakeUnit(String division) implements Viewpoint {

        @Override
        public String predicate() {
            return "intake_division = :v1";
        }

        @Override
        public String first() {
            return division;
        }

        @Override
        public boolean showsContact(WorkOrder order) {
            return order.filing().intakeDivision().equals(division);
        }
    }

    /** The supervisor of a division sees everything of it but persons. */
    record Supervision(String division) implements Viewpoint {

        @Override
        public String predicate() {
            return "intake_division = :v1";
        }

        @Override
        public String first() {
            return division;
        }

        @Override
        public boolean showsContact(WorkOrder order) {
            return false;
        }
    }

    /**
     * The body that handles it. Who reported a violation, or asked for secrecy, stays unknown to it (市场监督管理投诉举报处理暂行办法, Article 33).
     */
    record HandlingBody(String body, String division) implements Viewpoint {

        @Override
        public String predicate() {
            return "body = :v1 AND body_division = :v2";
        }

        @Override
        public String first() {
            return body;
        }

        @Override
        public String second() {
            return division;
        }

        @Override
        public boolean showsContact(WorkOrder order) {
            return !order.filing().secret() && order.filing().kind() != Kind.REPORT;
        }
    }

    /** Whoever filed it with an account. */
    record Filer(String subject) implements Viewpoint {

        @Override
        public String predicate() {
            return "filed_by = :v1";
        }

        @Override
        public String first() {
            return subject;
        }

        @Override
        public boolean showsContact(WorkOrder order) {
            return subject.equals(order.filing().filedBy());
        }
    }

    /** The viewpoint of an actor: staff by their office, everybody else as the filer of their own. */
    static Viewpoint of(Actor actor) {
        Set<Role> roles = actor.roles();
        String division = actor.division();
        String department = actor.department();
        if (division != null) {
            if (roles.contains(Role.HOTLINE_AGENT)
                    || roles.contains(Role.DISPATCHER)
                    || roles.contains(Role.CALLBACK_AGENT)) {
                return new IntakeUnit(division);
            }
            if (department != null && roles.contains(Role.CASE_HANDLER)) {
                return new HandlingBody(department, division);
            }
            if (roles.contains(Role.SUPERVISOR)) {
                return new Supervision(division);
            }
        }
        return new Filer(actor.subject());
    }

    /** From where the hotline's own unit acts, whatever else the actor may be; nobody acts for it without its division. */
    static Viewpoint ofHotline(Actor actor) {
        String division = actor.division();
        if (division == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return new IntakeUnit(division);
    }

    /** From where the handling body acts, whatever else the actor may be. */
    static Viewpoint ofBody(Actor actor) {
        String department = actor.department();
        String division = actor.division();
        if (department == null || division == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return new HandlingBody(department, division);
    }
}
