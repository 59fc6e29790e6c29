package cn.yiwang.application.acceptance;

import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.correction.PreReviews;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Access;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.NonAcceptance;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what was asked and why an application was not taken in, to the applicant and to the competent body. */
@Component
public class ReadAcceptance {

    private final Desk desk;
    private final Corrections corrections;
    private final PreReviews preReviews;
    private final NonAcceptances nonAcceptances;

    ReadAcceptance(Desk desk, Corrections corrections, PreReviews preReviews, NonAcceptances nonAcceptances) {
        this.desk = desk;
        this.corrections = corrections;
        this.preReviews = preReviews;
        this.nonAcceptances = nonAcceptances;
    }

    /** Something that was found, with the guide that its codes belong to. */
    public record Found<T>(Guide guide, T content) {}

    /** What a document of non-acceptance says. */
    public record Declined(
            NonAcceptance ground,
            NonAcceptance.Document document,
            String basis,
            @Nullable String competentBody,
            String reason,
            @Nullable String remedies) {}

    public Found<Correction> correction(Actor actor, UUID id) {
        Application application = visible(actor, id);
        return found(application, corrections.of(application.key()));
    }

    public Found<PreReviews.Found> preReview(Actor actor, UUID id) {
        Application application = visible(actor, id);
        return found(application, preReviews.of(application.key()));
    }

    public Declined nonAcceptance(Actor actor, UUID id) {
        Application application = visible(actor, id);
        return nonAcceptances
                .of(application.key())
                .map(row -> new Declined(
                        row.ground(), row.document(), row.basis(), row.competentBody(), row.reason(), row.remedies()))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private <T> Found<T> found(Application application, Optional<T> content) {
        return content.map(there -> new Found<>(desk.guide(application), there))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** A department that was merely asked sees only what concerns it. */
    private Application visible(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        if (!Access.seesEverything(actor, application)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        return application;
    }
}
