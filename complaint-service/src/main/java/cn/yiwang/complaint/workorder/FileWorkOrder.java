package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.ComplaintProblem;
import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.lifecycle.Lifecycle;
import cn.yiwang.complaint.workorder.WorkOrder.CallBack;
import cn.yiwang.complaint.workorder.WorkOrder.Filing;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.division.Divisions;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.numbering.QueryCodes;
import cn.yiwang.starter.numbering.Serials;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a matter in (登记受理). */
@Service
public class FileWorkOrder {

    private final WorkOrders workOrders;
    private final WorkOrderHistory history;
    private final WorkOrderNews news;
    private final Serials serials;
    private final QueryCodes queryCodes;
    private final Divisions divisions = Divisions.bundled();
    private final Clock clock;

    FileWorkOrder(
            WorkOrders workOrders,
            WorkOrderHistory history,
            WorkOrderNews news,
            Serials serials,
            QueryCodes queryCodes,
            Clock clock) {
        this.workOrders = workOrders;
        this.history = history;
        this.news = news;
        this.serials = serials;
        this.queryCodes = queryCodes;
        this.clock = clock;
    }

    /** What somebody wants. */
    public record Wish(Kind kind, boolean secret, boolean replyWanted, String division, Matter matter) {}

    /** A filed work order and the code that opens it to whoever filed it; the code is told once. */
    public record Receipt(WorkOrder order, String queryCode) {}

    /**
     * Refuses an incomplete wish and gives a good one its number: division, day, serial. Called before the transaction of the filing, because
     * serials are taken in their own.
     */
    public String numberFor(Wish wish) {
        LocalDate today = ChinaTime.today(clock);
        if (divisions.find(wish.division(), today).isEmpty()) {
            throw new ProblemException(ComplaintProblem.UNKNOWN_DIVISION, wish.division())
                    .at("/division", "unknown-division");
        }
        List<String> missing = FilingRules.missing(wish.kind(), wish.matter(), wish.replyWanted());
        if (!missing.isEmpty()) {
            ProblemException problem = new ProblemException(ComplaintProblem.FILING_INCOMPLETE);
            missing.forEach(pointer -> problem.at(pointer, "filing-element-missing"));
            throw problem;
        }
        String series = wish.division() + today.format(DateTimeFormatter.BASIC_ISO_DATE);
        return "%s%08d".formatted(series, serials.next("work-order:" + series));
    }

    /** Stores the wish under its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt file(Wish wish, String number, @Nullable Actor actor) {
        Instant now = clock.instant();
        Channel channel = actor != null && actor.has(Role.HOTLINE_AGENT) ? Channel.AGENT : Channel.WEB;
        String code = queryCodes.random();
        WorkOrder order = workOrders.add(
                new WorkOrder(
                        0,
                        Ids.next(),
                        number,
                        new Filing(
                                wish.kind(),
                                channel,
                                wish.secret(),
                                wish.replyWanted(),
                                wish.matter(),
                                actor == null ? null : actor.subject(),
                                wish.division(),
                                now),
                        Lifecycle.TABLE.initial(),
                        1,
                        1,
                        null,
                        CallBack.NONE,
                        null,
                        now),
                queryCodes.hash(number, code));
        history.add(
                order.id(),
                new HistoryEntry(
                        "filed", order.status(), actor == null ? null : actor.subject(), null, null, null, now));
        news.filed(order);
        return new Receipt(order, code);
    }
}
