package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.numbering.QueryCodes;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows work orders, to each as far as their viewpoint reaches. */
@Service
@Transactional(readOnly = true)
public class ReadWorkOrders {

    private final WorkOrders workOrders;
    private final WorkOrderHistory history;
    private final QueryCodes queryCodes;
    private final AuditTrail audit;

    ReadWorkOrders(WorkOrders workOrders, WorkOrderHistory history, QueryCodes queryCodes, AuditTrail audit) {
        this.workOrders = workOrders;
        this.history = history;
        this.queryCodes = queryCodes;
        this.audit = audit;
    }

    public Page<WorkOrder> list(Actor actor, @Nullable Status status, PageRequest page) {
        String after = page.after();
        long before = after == null ? Long.MAX_VALUE : Cursor.decode(after, 1).longAt(0);
        List<WorkOrder> rows = workOrders.list(Viewpoint.of(actor), status, page, before);
        return Page.of(rows, page, order -> Cursor.encode(order.id()));
    }

    /** One work order; that staff looked at whoever brought it is on record. */
    @Transactional
    public Story read(UUID id, Actor actor) {
        Viewpoint from = Viewpoint.of(actor);
        WorkOrder order = workOrders.find(id, from).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (actor.type() == SubjectType.STAFF && from.showsContact(order)) {
            audit.record(actor, new AuditEntry("view-work-order", "work-order", id.toString(), null, Map.of()));
        }
        return new Story(order, history.of(order.id()));
    }

    /** What whoever holds the number and its code may know. Without a transaction, since a wrong code is counted although it is refused. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Story progress(String number, String code) {
        queryCodes.check(workOrders.queryCodeHash(number), number, code);
        WorkOrder order =
                workOrders.findByNumber(number).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        return new Story(order, history.of(order.id()));
    }

    /** A work order and what happened to it. */
    public record Story(WorkOrder order, List<HistoryEntry> history) {}
}
