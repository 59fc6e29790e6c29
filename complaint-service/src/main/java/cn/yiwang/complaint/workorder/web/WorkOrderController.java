package cn.yiwang.complaint.workorder.web;

import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.complaint.workorder.FileWorkOrder;
import cn.yiwang.complaint.workorder.FileWorkOrder.Receipt;
import cn.yiwang.complaint.workorder.FileWorkOrder.Wish;
import cn.yiwang.complaint.workorder.HandleWorkOrder;
import cn.yiwang.complaint.workorder.ReadWorkOrders;
import cn.yiwang.complaint.workorder.ReadWorkOrders.Story;
import cn.yiwang.complaint.workorder.WorkOrder;
import cn.yiwang.complaint.workorder.web.WorkOrderRequests.AnswerRequest;
import cn.yiwang.complaint.workorder.web.WorkOrderRequests.CallBackRequest;
import cn.yiwang.complaint.workorder.web.WorkOrderRequests.CloseRequest;
import cn.yiwang.complaint.workorder.web.WorkOrderRequests.DispatchRequest;
import cn.yiwang.complaint.workorder.web.WorkOrderRequests.FileRequest;
import cn.yiwang.complaint.workorder.web.WorkOrderViews.Coded;
import cn.yiwang.complaint.workorder.web.WorkOrderViews.ReceiptView;
import cn.yiwang.complaint.workorder.web.WorkOrderViews.WorkOrderView;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work orders (工单) of the 12345 hotline. */
@RestController
@RequestMapping("/api/v1/work-orders")
@Tag(name = "Work orders", description = "12345热线工单")
class WorkOrderController {

    private final FileWorkOrder fileWorkOrder;
    private final HandleWorkOrder handleWorkOrder;
    private final ReadWorkOrders readWorkOrders;

    WorkOrderController(FileWorkOrder fileWorkOrder, HandleWorkOrder handleWorkOrder, ReadWorkOrders readWorkOrders) {
        this.fileWorkOrder = fileWorkOrder;
        this.handleWorkOrder = handleWorkOrder;
        this.readWorkOrders = readWorkOrders;
    }

    @PostMapping
    @Operation(
            summary = "File a matter",
            description =
                    "Without an account or with one; a hotline agent files for a caller. The query code is told once.")
    ResponseEntity<ReceiptView> file(
            @Valid @RequestBody FileRequest request, IdempotentCall call, @Nullable Actor actor) {
        Wish wish = request.wish();
        String number = fileWorkOrder.numberFor(wish);
        return call.run(request, () -> {
            Receipt receipt = fileWorkOrder.file(wish, number, actor);
            WorkOrder order = receipt.order();
            return ResponseEntity.created(URI.create("/api/v1/work-orders/" + order.publicId()))
                    .eTag(ETags.of(order.version()))
                    .body(new ReceiptView(
                            order.publicId(),
                            order.number(),
                            receipt.queryCode(),
                            Coded.of(order.status()),
                            order.filing().filedAt()));
        });
    }

    @GetMapping
    @Operation(summary = "The work orders that the caller may see, newest first")
    Page<WorkOrderView> list(@RequestParam @Nullable Status status, PageRequest page, Actor actor) {
        return readWorkOrders.list(actor, status, page).map(order -> WorkOrderView.of(order, actor, null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One work order with its history")
    ResponseEntity<WorkOrderView> read(@PathVariable UUID id, Actor actor) {
        Story story = readWorkOrders.read(id, actor);
        return ResponseEntity.ok()
                .eTag(ETags.of(story.order().version()))
                .body(WorkOrderView.of(story.order(), actor, story.history()));
    }

    @PostMapping("/{id}/dispatches")
    @PreAuthorize("hasRole('DISPATCHER')")
    @Operation(summary = "Name the body that has to handle it (派单)")
    ResponseEntity<WorkOrderView> dispatch(
            @PathVariable UUID id,
            @Valid @RequestBody DispatchRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return change(
                call,
                request,
                seen,
                actor,
                () -> handleWorkOrder.dispatch(id, seen.version(), request.assignment(), actor));
    }

    @PostMapping("/{id}/answers")
    @PreAuthorize("hasRole('CASE_HANDLER')")
    @Operation(summary = "Answer for the handling body (答复)")
    ResponseEntity<WorkOrderView> answer(
            @PathVariable UUID id,
            @Valid @RequestBody AnswerRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return change(
                call, request, seen, actor, () -> handleWorkOrder.answer(id, seen.version(), request.text(), actor));
    }

    @PostMapping("/{id}/call-backs")
    @PreAuthorize("hasRole('CALLBACK_AGENT')")
    @Operation(summary = "Write down what the person said (回访)")
    ResponseEntity<WorkOrderView> callBack(
            @PathVariable UUID id,
            @Valid @RequestBody CallBackRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return change(
                call,
                request,
                seen,
                actor,
                () -> handleWorkOrder.callBack(
                        id, seen.version(), request.outcome(), request.satisfaction(), request.note(), actor));
    }

    @PostMapping("/{id}/closures")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'CALLBACK_AGENT')")
    @Operation(
            summary = "Close it (办结)",
            description = "After the person has said that it is solved, or on a stated ground.")
    ResponseEntity<WorkOrderView> close(
            @PathVariable UUID id,
            @Valid @RequestBody CloseRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return change(
                call, request, seen, actor, () -> handleWorkOrder.close(id, seen.version(), request.ground(), actor));
    }

    private static ResponseEntity<WorkOrderView> change(
            IdempotentCall call, Object request, IfMatch seen, Actor actor, Supplier<WorkOrder> work) {
        return call.run(new Change(seen.version(), request), () -> {
            WorkOrder order = work.get();
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(ETags.of(order.version()))
                    .body(WorkOrderView.of(order, actor, null));
        });
    }

    /** What a repetition has to repeat. */
    private record Change(long version, Object request) {}
}
