package cn.yiwang.catalog.item;

import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.catalog.item.PublishedVersions.Ready;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published guides, for everybody. */
@RestController
@RequestMapping(path = "/api/v1/items", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "items")
class ItemController {

    private final PublishedVersions versions;
    private final WhyNotOffered why;
    private final Clock clock;

    ItemController(PublishedVersions versions, WhyNotOffered why, Clock clock) {
        this.versions = versions;
        this.why = why;
        this.clock = clock;
    }

    @Operation(summary = "The version of an item's guide in force on a day, today when none is given")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemVersionView.class)))
    @GetMapping("/{itemCode}")
    ResponseEntity<byte[]> inForce(
            @PathVariable String itemCode,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        var day = on == null ? ChinaTime.today(clock) : on;
        DayRange.require("on", day);
        return versions.inForceOn(itemCode, day)
                .map(ready -> answer(ready, CacheControl.noCache().cachePublic()))
                .orElseThrow(() -> why.noneIsInForceOn(itemCode, day));
    }

    @Operation(summary = "A published version of an item's guide by its number")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemVersionView.class)))
    @GetMapping("/{itemCode}/versions/{version}")
    ResponseEntity<byte[]> version(@PathVariable String itemCode, @PathVariable int version) {
        return versions.find(itemCode, version)
                .map(ready -> answer(ready, lifetime(ready.status())))
                .orElseThrow(() -> new ProblemException(CatalogProblem.ITEM_VERSION_NOT_FOUND, itemCode));
    }

    /** Of a published version only the end can still change; a superseded or withdrawn one is final. */
    private static CacheControl lifetime(GuideStatus status) {
        return switch (status) {
            case DRAFT, IN_REVIEW -> CacheControl.noStore();
            case PUBLISHED -> CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
            case SUPERSEDED, WITHDRAWN ->
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        };
    }

    private static ResponseEntity<byte[]> answer(Ready ready, CacheControl lifetime) {
        return ResponseEntity.ok()
                .eTag(ready.etag())
                .cacheControl(lifetime)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ready.json());
    }
}
