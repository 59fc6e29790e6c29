package cn.yiwang.application.handling;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what the applicant wrote right after it was handed in, in a step that allows it. */
@Component
public class ReviseContent {

    private final Applicants applicants;
    private final Details details;

    ReviseContent(Applicants applicants, Details details) {
        this.applicants = applicants;
        this.details = details;
    }

    /** What replaces what was written; a part that is null stays. */
    public record Revision(
            @Nullable String summary,
            Applicant.@Nullable Contact contact,
            @Nullable Map<String, String> fields) {

        /** Whether nothing is replaced. */
        public boolean isEmpty() {
            return summary == null && contact == null && fields == null;
        }
    }

    /** Adds the revision to the step's change. */
    public Change revise(Application before, Change change, Revision revision) {
        if (revision.summary() != null) {
            change.set("summary", revision.summary());
        }
        if (revision.contact() == null && revision.fields() == null) {
            return change;
        }
        Applicant applicant = applicants.open(details.sealedApplicant(before.key()));
        Applicant revised = applicant.with(
                revision.contact() == null ? applicant.contact() : revision.contact(),
                revision.fields() == null ? applicant.fields() : revision.fields());
        return change.set("applicant_sealed", applicants.seal(revised));
    }
}
