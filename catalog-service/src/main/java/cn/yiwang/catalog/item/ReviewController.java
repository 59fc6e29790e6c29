package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.GuideReviews.Reason;
import cn.yiwang.catalog.item.ReviewDraft.Reviewed;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of a draft to its reviewer and back. */
@RestController
@RequestMapping("/api/v1/items/{itemCode}/drafts/{version}")
@Tag(name = "drafts")
class ReviewController {

    private final ItemDesk desk;
    private final ReviewDraft review;

    ReviewController(ItemDesk desk, ReviewDraft review) {
        this.desk = desk;
        this.review = review;
    }

    @Operation(summary = "Asks for the review of a draft; nobody writes on it until it is returned")
    @PostMapping("/review-requests")
    @PreAuthorize("hasRole('CATALOG_EDITOR')")
    ResponseEntity<ReviewView> request(
            @PathVariable String itemCode,
            @PathVariable int version,
            @Valid @RequestBody ReviewRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return call.run(
                new RequestCall(request, seen.version()),
                () -> answer(
                        itemCode,
                        version,
                        review.request(
                                desk.itemFor(itemCode, actor),
                                version,
                                request.note(),
                                actor.subject(),
                                seen.version())));
    }

    @Operation(summary = "Returns a draft to its editors with reasons; who wrote on it may not")
    @PostMapping("/returns")
    @PreAuthorize("hasRole('CATALOG_PUBLISHER')")
    ResponseEntity<ReviewView> giveBack(
            @PathVariable String itemCode,
            @PathVariable int version,
            @Valid @RequestBody ReturnRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return call.run(
                new ReturnCall(request, seen.version()),
                () -> answer(
                        itemCode,
                        version,
                        review.giveBack(
                                desk.itemFor(itemCode, actor),
                                version,
                                request.reasons(),
                                actor.subject(),
                                seen.version())));
    }

    private static ResponseEntity<ReviewView> answer(String itemCode, int version, Reviewed reviewed) {
        return ResponseEntity.created(URI.create("/api/v1/items/%s/drafts/%d".formatted(itemCode, version)))
                .eTag(ETags.of(reviewed.rowVersion()))
                .body(new ReviewView(itemCode, version, reviewed.status()));
    }

    /** What the reviewer should know. */
    record ReviewRequest(
            @PlainText(min = 1, max = 500) @Nullable String note) {}

    /** What is to be mended before the draft can be published. */
    record ReturnRequest(@NotEmpty @Size(max = 50) List<@NotNull @Valid Reason> reasons) {}

    private record RequestCall(ReviewRequest request, long seenVersion) {}

    private record ReturnCall(ReturnRequest request, long seenVersion) {}

    /** Where the draft stands now. */
    record ReviewView(String itemCode, int version, GuideStatus status) {}
}
