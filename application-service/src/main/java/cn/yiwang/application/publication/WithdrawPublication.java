package cn.yiwang.application.publication;

import cn.yiwang.application.document.DocumentProblem;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Occurrences;
import cn.yiwang.application.handling.Occurrences.Occurrence;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a wrongly published decision back from the public; the decision itself stands. */
@Component
class WithdrawPublication {

    private final PublishedDecisions decisions;
    private final Occurrences occurrences;
    private final Clock clock;

    WithdrawPublication(PublishedDecisions decisions, Occurrences occurrences, Clock clock) {
        this.decisions = decisions;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    /** Stores it; runs in the caller's transaction. */
    PublishedDecision withdraw(Actor actor, UUID id, long seen, String reason) {
        PublishedDecision decision =
                decisions.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        Application application = occurrences.lock(decision.applicationId());
        if (!Occurrences.isCompetent(actor, application)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (decision.withdrawn()) {
            throw new ProblemException(DocumentProblem.PUBLICATION_WITHDRAWN);
        }
        if (decision.version() != seen || !decisions.withdraw(decision, actor.subject(), reason, clock.instant())) {
            throw new StaleVersionException();
        }
        occurrences.record(
                actor,
                application,
                new Occurrence(
                        "publication-withdrawn",
                        null,
                        Map.of("publishedDecisionId", id.toString()),
                        "withdraw-publication",
                        PublishDecisions.BASIS));
        return decisions.find(id).orElseThrow();
    }
}
