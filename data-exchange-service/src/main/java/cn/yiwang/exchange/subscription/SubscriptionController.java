package cn.yiwang.exchange.subscription;

import cn.yiwang.exchange.subscription.SubscribePartner.Start;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of the partner that calls. */
@RestController
@RequestMapping("/api/v1/subscriptions")
@PreAuthorize("hasAuthority('SCOPE_exchange.subscribe')")
@Tag(name = "Subscriptions", description = "事件订阅")
class SubscriptionController {

    private final SubscribePartner subscribe;
    private final Subscriptions subscriptions;
    private final String kafkaAddress;

    SubscriptionController(
            SubscribePartner subscribe,
            Subscriptions subscriptions,
            @Value("${yiwang.exchange.kafka-address}") String kafkaAddress) {
        this.subscribe = subscribe;
        this.subscriptions = subscriptions;
        this.kafkaAddress = kafkaAddress;
    }

    @PostMapping
    @Operation(summary = "Subscribe to events")
    ResponseEntity<SubscriptionView> register(
            Actor actor, IdempotentCall call, @RequestBody @Valid RegistrationRequest request) {
        return call.run(request, () -> {
            Start start = request.start() == null ? Start.NOW : request.start();
            Subscription subscription =
                    subscribe.register(actor.subject(), request.eventTypes(), request.webhookUrl(), start);
            return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + subscription.id()))
                    .eTag(ETags.of(subscription.version()))
                    .body(view(subscription));
        });
    }

    @GetMapping
    @Operation(summary = "The partner's subscriptions")
    Page<SubscriptionView> list(Actor actor, PageRequest page) {
        String cursor = page.after();
        long after = cursor == null ? 0 : Cursor.decode(cursor, 1).longAt(0);
        List<Subscription> found = subscriptions.list(actor.subject(), after, page.limit() + 1);
        boolean more = found.size() > page.limit();
        return new Page<>(
                found.stream().limit(page.limit()).map(this::view).toList(),
                more ? Cursor.encode(found.get(page.limit() - 1).key()) : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One subscription")
    ResponseEntity<SubscriptionView> one(Actor actor, @PathVariable UUID id) {
        Subscription subscription = find(actor, id);
        return ResponseEntity.ok().eTag(ETags.of(subscription.version())).body(view(subscription));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Unsubscribe")
    ResponseEntity<Void> remove(Actor actor, @PathVariable UUID id, IfMatch match) {
        subscribe.remove(find(actor, id), match.version());
        return ResponseEntity.noContent().build();
    }

    private Subscription find(Actor actor, UUID id) {
        return subscriptions.find(actor.subject(), id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private SubscriptionView view(Subscription subscription) {
        return SubscriptionView.of(subscription, kafkaAddress);
    }

    /**
     * A wish to hear of events.
     *
     * @param eventTypes types, or beginnings of types that end in {@code .*}
     * @param start whether to begin with what comes or with the first event ever logged; what comes, if absent
     */
    record RegistrationRequest(
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = EventPattern.MAXIMUM_LENGTH) String> eventTypes,

            @Nullable @Size(max = 500) String webhookUrl,
            @Nullable Start start) {}
}
