package cn.yiwang.application.acceptance.web;

import cn.yiwang.application.acceptance.CorrectOnTheSpot;
import cn.yiwang.application.acceptance.DeclineApplication;
import cn.yiwang.application.acceptance.HandInCorrections;
import cn.yiwang.application.acceptance.PreReviewApplication;
import cn.yiwang.application.acceptance.ReadAcceptance;
import cn.yiwang.application.acceptance.RequestCorrection;
import cn.yiwang.application.acceptance.web.AcceptanceRequests.Corrected;
import cn.yiwang.application.acceptance.web.AcceptanceRequests.CorrectionNotice;
import cn.yiwang.application.acceptance.web.AcceptanceRequests.Look;
import cn.yiwang.application.acceptance.web.AcceptanceRequests.NotAccepted;
import cn.yiwang.application.acceptance.web.AcceptanceRequests.OnTheSpot;
import cn.yiwang.application.acceptance.web.AcceptanceViews.CorrectionView;
import cn.yiwang.application.acceptance.web.AcceptanceViews.NonAcceptanceView;
import cn.yiwang.application.acceptance.web.AcceptanceViews.PreReviewView;
import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens between the hand-in and the acceptance. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class AcceptanceController {

    private final PreReviewApplication preReview;
    private final RequestCorrection request;
    private final HandInCorrections handIn;
    private final CorrectOnTheSpot onTheSpot;
    private final DeclineApplication decline;
    private final ReadAcceptance read;

    AcceptanceController(
            PreReviewApplication preReview,
            RequestCorrection request,
            HandInCorrections handIn,
            CorrectOnTheSpot onTheSpot,
            DeclineApplication decline,
            ReadAcceptance read) {
        this.preReview = preReview;
        this.request = request;
        this.handIn = handIn;
        this.onTheSpot = onTheSpot;
        this.decline = decline;
        this.read = read;
    }

    /** The look before acceptance; the limit runs on, and a later notice can only repeat what this look found. */
    @PostMapping("/pre-reviews")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> preReview(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Look body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(
                        preReview.preReview(actor, id, seen.version(), body.result(), body.toRequirements())));
    }

    /** What the look before acceptance found. */
    @GetMapping("/pre-review")
    PreReviewView preReview(Actor actor, @PathVariable UUID id) {
        return PreReviewView.of(read.preReview(actor, id));
    }

    /** The one notice of everything to be corrected; a second one is refused. */
    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> request(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody CorrectionNotice body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(request.request(actor, id, seen.version(), body.toRequirements(), body.toPeriod())));
    }

    /** What the notice asks for, until when, and what was handed in. */
    @GetMapping("/correction")
    CorrectionView correction(Actor actor, @PathVariable UUID id) {
        return CorrectionView.of(read.correction(actor, id));
    }

    /** Hands the corrections in, after the files that the notice asks for. */
    @PostMapping("/correction-submissions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<State> handIn(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Corrected body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(handIn.handIn(actor, id, seen.version(), body.givenAnswers(), body.toRevision())));
    }

    /** Puts an error right that the applicant can put right on the spot; it does not use the one notice up. */
    @PostMapping("/on-the-spot-corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> onTheSpot(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody OnTheSpot body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(onTheSpot.correct(actor, id, seen.version(), body.toRevision())));
    }

    /** Does not take it in: nothing needs a licence, or another ground that the law names. */
    @PostMapping("/non-acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> decline(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody NotAccepted body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(decline.decline(actor, id, seen.version(), body.toGrounds())));
    }

    /** Why it was not taken in, by which document, and the remedies against a decision. */
    @GetMapping("/non-acceptance")
    NonAcceptanceView nonAcceptance(Actor actor, @PathVariable UUID id) {
        return NonAcceptanceView.of(read.nonAcceptance(actor, id));
    }
}
