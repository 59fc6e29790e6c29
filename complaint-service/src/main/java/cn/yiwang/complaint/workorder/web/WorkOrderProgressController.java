package cn.yiwang.complaint.workorder.web;

import cn.yiwang.complaint.workorder.ReadWorkOrders;
import cn.yiwang.complaint.workorder.ReadWorkOrders.Story;
import cn.yiwang.complaint.workorder.web.WorkOrderViews.ProgressView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Progress for whoever holds the number and its query code. The code travels in a header, so that no log of addresses keeps it. */
@RestController
@Tag(name = "Progress", description = "工单进度查询")
class WorkOrderProgressController {

    private final ReadWorkOrders readWorkOrders;

    WorkOrderProgressController(ReadWorkOrders readWorkOrders) {
        this.readWorkOrders = readWorkOrders;
    }

    @GetMapping("/api/v1/work-order-progress/{number}")
    @Operation(summary = "Where a work order stands")
    ProgressView progress(
            @PathVariable @Pattern(regexp = "[0-9]{14,40}") String number,
            @RequestHeader("Query-Code") @Pattern(regexp = "[0-9A-Z]{10}") String code) {
        Story story = readWorkOrders.progress(number, code);
        return ProgressView.of(story.order(), story.history());
    }
}
