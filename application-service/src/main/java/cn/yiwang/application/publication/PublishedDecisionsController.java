package cn.yiwang.application.publication;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.publication.PublishedDecisions.Filter;
import cn.yiwang.application.publication.PublishedDecisions.Position;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.PublicEndpoint;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Granted decisions, for everybody to consult. */
@RestController
@RequestMapping(PublishedDecisionsController.ROOT)
class PublishedDecisionsController {

    static final String ROOT = "/api/v1/published-decisions";

    private final PublishedDecisions decisions;
    private final WithdrawPublication withdraw;

    PublishedDecisionsController(PublishedDecisions decisions, WithdrawPublication withdraw) {
        this.decisions = decisions;
        this.withdraw = withdraw;
    }

    @Schema(name = "PublicationWithdrawal")
    record Withdrawal(
            @NotNull @PlainText(min = 1, max = 500) String reason) {}

    @Schema(name = "DecisionHolder")
    record Holder(String type, String name, String code) {}

    /** A decision as it is published; name and id number of a person are masked. */
    @Schema(name = "PublishedDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            String title,
            String number,
            Coded item,
            Coded body,
            String division,
            Holder holder,
            @Nullable String certificateIdentifier,
            LocalDate decidedOn,
            LocalDate publishedOn) {

        static View of(PublishedDecision decision) {
            return new View(
                    decision.id(),
                    decision.title(),
                    decision.number(),
                    new Coded(decision.itemCode(), decision.itemName()),
                    new Coded(decision.body(), decision.bodyName()),
                    decision.division(),
                    new Holder(decision.holderType(), decision.holderName(), decision.holderCode()),
                    decision.certificateIdentifier(),
                    decision.decidedOn(),
                    decision.publishedOn());
        }
    }

    /** Newest decision first. */
    @GetMapping
    Page<View> list(
            PageRequest page,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9A-Z]{18}") String body,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}") String division,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9A-Z]{33}") String itemCode,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9A-Z]{18}") String holderCode,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decidedFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decidedTo) {
        Filter filter = new Filter(body, division, itemCode, holderCode, decidedFrom, decidedTo);
        List<PublishedDecision> rows = decisions.list(filter, position(page.after()), page.limit() + 1);
        return Page.of(rows, page, last -> Cursor.encode(last.decidedOn(), last.key()))
                .map(View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(@PathVariable UUID id) {
        PublishedDecision decision = decisions
                .find(id)
                .filter(found -> !found.withdrawn())
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        return ResponseEntity.ok().eTag(ETags.of(decision.version())).body(View.of(decision));
    }

    /** Takes it back from the public; the decision itself stands. */
    @PostMapping("/{id}/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<View> withdraw(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body) {
        return call.run(List.of(seen.version(), body), () -> {
            PublishedDecision withdrawn = withdraw.withdraw(actor, id, seen.version(), body.reason());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(ETags.of(withdrawn.version()))
                    .body(View.of(withdrawn));
        });
    }

    private static @Nullable Position position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        Cursor cursor = Cursor.decode(after, 2);
        try {
            return new Position(LocalDate.parse(cursor.textAt(0)), cursor.longAt(1));
        } catch (DateTimeException e) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
    }

    /** What needs no token. */
    @Configuration(proxyBeanMethods = false)
    static class Routes {

        @Bean
        PublicEndpoint publishedDecisionsRoute() {
            return new PublicEndpoint(HttpMethod.GET, ROOT);
        }

        @Bean
        PublicEndpoint publishedDecisionRoute() {
            return new PublicEndpoint(HttpMethod.GET, ROOT + "/{id}");
        }
    }
}
