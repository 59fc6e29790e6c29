package cn.yiwang.application.mandate;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows mandates to their two parties. */
@Component
public class ReadMandates {

    private final MandateRows rows;
    private final Principals principals;
    private final Clock clock;

    ReadMandates(MandateRows rows, Principals principals, Clock clock) {
        this.rows = rows;
        this.principals = principals;
        this.clock = clock;
    }

    Mandate read(Actor actor, UUID id) {
        return rows.find(id, principals.ownIndex(actor), principals.agentIndex(actor), false)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** Those the caller gave, newest first. */
    Page<Mandate> givenBy(Actor actor, PageRequest page) {
        long before = before(page);
        byte[] principal = principals.ownIndex(actor);
        return page(principal == null ? List.of() : rows.givenBy(principal, before, page.limit() + 1), page);
    }

    /** Those given to the caller, newest first. */
    Page<Mandate> givenTo(Actor actor, PageRequest page) {
        long before = before(page);
        byte[] agent = principals.agentIndex(actor);
        return page(agent == null ? List.of() : rows.givenTo(agent, before, page.limit() + 1), page);
    }

    /** Those under which the caller can act today, newest first. */
    public Page<Mandate> liveOf(Actor actor, PageRequest page) {
        long before = before(page);
        byte[] agent = principals.agentIndex(actor);
        return page(
                agent == null ? List.of() : rows.liveOf(agent, ChinaTime.today(clock), before, page.limit() + 1), page);
    }

    /** Read first: a cursor that is none is refused also to somebody who has nothing to list. */
    private static long before(PageRequest page) {
        String after = page.after();
        return after == null ? Long.MAX_VALUE : Cursor.decode(after, 1).longAt(0);
    }

    private static Page<Mandate> page(List<Mandate> found, PageRequest page) {
        return Page.of(found, page, last -> Cursor.encode(last.key()));
    }
}
