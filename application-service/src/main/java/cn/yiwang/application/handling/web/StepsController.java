package cn.yiwang.application.handling.web;

import cn.yiwang.application.handling.AcceptApplication;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.DecideApplication;
import cn.yiwang.application.handling.DeliverApplication;
import cn.yiwang.application.handling.ReviewApplication;
import cn.yiwang.application.handling.web.Requests.Decision;
import cn.yiwang.application.handling.web.Requests.Delivery;
import cn.yiwang.application.handling.web.Requests.Review;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What officials do with an application. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class StepsController {

    private final AcceptApplication accept;
    private final ReviewApplication review;
    private final DecideApplication decide;
    private final DeliverApplication deliver;

    StepsController(
            AcceptApplication accept, ReviewApplication review, DecideApplication decide, DeliverApplication deliver) {
        this.accept = accept;
        this.review = review;
        this.decide = decide;
        this.deliver = deliver;
    }

    @PostMapping("/acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> accept(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(Map.of("version", seen.version()), () -> {
            AcceptApplication.Accepted accepted = accept.accept(actor, id, seen.version());
            return Answers.step(accepted.application(), null, accepted.tasks());
        });
    }

    /** {@code If-Match}: the application's tag or the task's; another department's answer does not make it stale. */
    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('REVIEWER')")
    ResponseEntity<State> review(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Review body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(review.review(actor, id, seen.version(), body.outcome(), body.opinion())));
    }

    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> decide(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Decision body) {
        return call.run(List.of(seen.version(), body), () -> Answers.step(decide(actor, seen, id, body)));
    }

    @PostMapping("/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> deliver(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Delivery body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(deliver.deliver(actor, id, seen.version(), body.orWindow())));
    }

    private Application decide(Actor actor, IfMatch seen, UUID id, Decision body) {
        return switch (body.outcome()) {
            case GRANTED -> decide.grant(actor, id, seen.version(), body.reason());
            case PARTLY_GRANTED -> decide.grantPartly(actor, id, seen.version(), body.reason(), body.citedConditions());
            case REFUSED -> decide.refuse(actor, id, seen.version(), body.reason(), body.citedConditions());
        };
    }
}
