package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind a worklist. Body and division are what makes an application visible to officials of the competent body, and
 * drafts have another mover; what a department was asked is the other half of the same predicate. Each filter has the index that it is
 * named for, since an optimizer that guesses would read a whole body's work to find one officer's.
 */
final class WorklistSql {

    private static final String APPLICATIONS = "application a";
    private static final String REVIEWS = "review_task a";

    private static final String COLUMNS_OF_APPLICATIONS = """
            SELECT a.id, a.public_id, a.number, a.status, a.version, a.guide_id, a.due_on, a.due_provisional, a.submitted_at AS since,
                   a.officer
            """;

    private static final String COLUMNS_OF_REVIEWS = """
            SELECT a.id, a.application_public_id AS public_id, a.number,
                   CASE a.stage WHEN 'CHECK' THEN 'SUBMITTED' ELSE 'UNDER_REVIEW' END AS status,
                   a.changed_version AS version, a.guide_id, a.due_on, a.due_provisional, a.created_at AS since, a.officer
            """;

    private final boolean reviews;
    private final StringBuilder where = new StringBuilder();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final String index;

    /** {@code guides}: the pinned versions of the item that the filter names, by which the tasks of departments are found. */
    WorklistSql(Actor actor, Role desk, Filter filter, List<Long> guides, LocalDate today) {
        reviews = desk == Role.REVIEWER;
        index = index(filter);
        parameters.put("body", actor.department());
        parameters.put("division", actor.division());
        if (reviews) {
            where.append("a.department = :body AND a.division = :division AND a.status = 'OPEN'");
        } else {
            where.append("a.body = :body AND a.division = :division AND a.mover = :mover");
            parameters.put("mover", (desk == Role.APPROVER ? Mover.APPROVER : Mover.WINDOW_CLERK).name());
        }
        narrow(actor, filter, guides, today);
    }

    /** The entries behind a position, soonest due first. */
    String page() {
        return (reviews ? COLUMNS_OF_REVIEWS : COLUMNS_OF_APPLICATIONS) + from()
                + " AND a.due_on >= :due AND (a.due_on > :due OR a.id > :key) ORDER BY a.due_on, a.id LIMIT :limit";
    }

    /** How many there are, counted no further than {@code most}. */
    String count() {
        return "SELECT COUNT(*) FROM (SELECT 1 " + from() + " LIMIT :most) counted";
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private String from() {
        return "FROM " + (reviews ? REVIEWS : APPLICATIONS) + " FORCE INDEX (" + index + ") WHERE " + where;
    }

    private String index(Filter filter) {
        if (filter.officer() != null) {
            return reviews ? "review_task_of_officer" : "application_of_officer";
        }
        if (reviews) {
            return "review_task_worklist";
        }
        return filter.item() != null ? "application_of_item" : "application_worklist";
    }

    private void narrow(Actor actor, Filter filter, List<Long> guides, LocalDate today) {
        if (filter.officer() != null) {
            narrowToOfficer(actor, filter.officer());
        }
        if (filter.item() != null) {
            if (reviews) {
                // An empty IN list is no SQL; no guide has the key 0.
                and("a.guide_id IN (:guides)", "guides", guides.isEmpty() ? List.of(0L) : guides);
            } else {
                and("a.item_code = :item", "item", filter.item());
            }
        }
        if (filter.status() != null) {
            if (reviews) {
                and("a.stage = :stage", "stage", filter.status() == Status.SUBMITTED ? "CHECK" : "REVIEW");
            } else {
                and("a.status = :status", "status", filter.status().name());
            }
        }
        if (filter.dueBefore() != null) {
            and("a.due_on < :dueBefore", "dueBefore", filter.dueBefore());
        }
        if (filter.overdue()) {
            and("a.due_on < :today", "today", today);
        }
    }

    private void narrowToOfficer(Actor actor, String officer) {
        if (officer.equals(Filter.POOL)) {
            where.append(" AND a.officer IS NULL");
        } else {
            and("a.officer = :officer", "officer", officer.equals(Filter.MINE) ? actor.subject() : officer);
        }
    }

    private void and(String condition, String name, Object value) {
        where.append(" AND ").append(condition);
        parameters.put(name, value);
    }
}
