package cn.yiwang.catalog.flowchart;

import cn.yiwang.catalog.item.PublishedGuides;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Flow charts, for everybody. */
@RestController
@Tag(name = "items")
class FlowChartController {

    /** Grows when the same guide is drawn in another way. */
    private static final int EDITION = 1;

    static final String SVG = "image/svg+xml";

    private final PublishedGuides guides;

    FlowChartController(PublishedGuides guides) {
        this.guides = guides;
    }

    @Operation(summary = "The flow chart (流程图) of the guide in force, drawn from its process links")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = FlowChartController.SVG, schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/items/{itemCode}/flow-chart", produces = SVG)
    ResponseEntity<byte[]> flowChart(@PathVariable String itemCode) {
        var guide = guides.today(itemCode);
        return ResponseEntity.ok()
                .eTag("\"%s-f%d\"".formatted(guide.tag(), EDITION))
                .cacheControl(CacheControl.noCache().cachePublic())
                .header("Content-Security-Policy", "default-src 'none'")
                .contentType(MediaType.valueOf(SVG))
                .body(FlowChart.svg(guide.version().get()).getBytes(StandardCharsets.UTF_8));
    }
}
