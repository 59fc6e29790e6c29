package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.guide.GuideLookup;
import cn.yiwang.application.guide.PinnedGuide;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saves a draft again, under the guide version that is in force by now. */
@Component
public class SaveDraft {

    private final Desk desk;
    private final Applicants applicants;
    private final Details details;
    private final Commitments commitments;
    private final TransactionOperations transactions;

    SaveDraft(
            Desk desk,
            Applicants applicants,
            Details details,
            Commitments commitments,
            TransactionOperations transactions) {
        this.desk = desk;
        this.applicants = applicants;
        this.details = details;
        this.commitments = commitments;
        this.transactions = transactions;
    }

    /** What replaces the draft's content. */
    public record Content(
            @Nullable String summary,
            Applicant.@Nullable Contact contact,
            Map<String, String> fields,
            @Nullable String licence) {}

    public Application save(Actor actor, UUID id, long seen, Content content) {
        Application before = desk.applications().read(id, desk.access().of(actor));
        GuideLookup lookup = desk.guides().lookUp(before.itemCode(), ChinaTime.today(desk.clock()));
        Application saved = transactions.execute(transaction -> write(actor, id, seen, content, lookup.get()));
        return Objects.requireNonNull(saved);
    }

    private Application write(Actor actor, UUID id, long seen, Content content, PinnedGuide guide) {
        Application draft = desk.openAsApplicant(actor, MandateAction.DRAFT, id, seen);
        if (draft.status() != Status.DRAFT) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, draft.status().label());
        }
        Applicant applicant =
                applicants.open(details.sealedApplicant(draft.key())).with(content.contact(), content.fields());
        Change change = Change.of(draft, Status.DRAFT, draft.mover())
                .set("guide_id", guide.key())
                .set("body", guide.guide().receiving().body())
                .set("division", guide.guide().receiving().division())
                .set("summary", content.summary())
                .set("licence", content.licence())
                .set("applicant_sealed", applicants.seal(applicant));
        if (draft.committed() && guide.key() != draft.guideKey()) {
            commitments.drop(draft.key());
            change.set("committed", false);
        }
        return desk.applications().write(draft, change, 0, desk.now());
    }
}
