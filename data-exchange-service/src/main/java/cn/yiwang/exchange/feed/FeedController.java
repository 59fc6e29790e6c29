package cn.yiwang.exchange.feed;

import cn.yiwang.exchange.subscription.Subscription;
import cn.yiwang.exchange.subscription.SubscriptionView;
import cn.yiwang.exchange.subscription.Subscriptions;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The pull feed of a subscription. Reading moves nothing; the partner says how far it is, and may go back. */
@RestController
@RequestMapping("/api/v1/subscriptions/{id}")
@PreAuthorize("hasAuthority('SCOPE_exchange.subscribe')")
@Tag(name = "Feed", description = "拉取")
class FeedController {

    private final ReadFeed feed;
    private final Subscriptions subscriptions;
    private final String kafkaAddress;

    FeedController(
            ReadFeed feed,
            Subscriptions subscriptions,
            @Value("${yiwang.exchange.kafka-address}") String kafkaAddress) {
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.kafkaAddress = kafkaAddress;
    }

    @GetMapping("/events")
    @Operation(summary = "The next events, behind the stored cursor or behind the one given")
    FeedPage events(Actor actor, @PathVariable UUID id, PageRequest page) {
        return feed.read(find(actor, id), page.after(), page.limit());
    }

    @PutMapping("/cursor")
    @Operation(summary = "Say how far the partner is, or go back to read events again")
    ResponseEntity<SubscriptionView> moveCursor(
            Actor actor, @PathVariable UUID id, IfMatch match, @RequestBody @Valid CursorRequest request) {
        feed.moveCursor(find(actor, id), match.version(), request.after(), request.receivedSince());
        Subscription moved = find(actor, id);
        return ResponseEntity.ok().eTag(ETags.of(moved.version())).body(SubscriptionView.of(moved, kafkaAddress));
    }

    private Subscription find(Actor actor, UUID id) {
        return subscriptions.find(actor.subject(), id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /**
     * Where to go on; exactly one of the two.
     *
     * @param after a cursor of an earlier page, or an empty text for the beginning of the log
     * @param receivedSince events that reached the exchange at this time or later
     */
    record CursorRequest(
            @Nullable @Size(max = 200) String after,
            @Nullable Instant receivedSince) {}

    /**
     * A page of the feed.
     *
     * @param items CloudEvents
     * @param next where to go on; there may be something even when this page is empty
     * @param upToDate whether this page reaches the end of the log
     */
    record FeedPage(
            @ArraySchema(schema = @Schema(type = "object", description = "A CloudEvent"))
            List<JsonNode> items,

            String next,
            boolean upToDate) {}
}
