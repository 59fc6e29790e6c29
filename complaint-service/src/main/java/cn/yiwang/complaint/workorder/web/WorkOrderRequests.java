package cn.yiwang.complaint.workorder.web;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.workorder.CallBackOutcome;
import cn.yiwang.complaint.workorder.FileWorkOrder.Wish;
import cn.yiwang.complaint.workorder.HandleWorkOrder.Assignment;
import cn.yiwang.complaint.workorder.Matter;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls. */
final class WorkOrderRequests {

    private static final String DIVISION = "[0-9]{6}";
    private static final String CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{18}";
    private static final String PHONE = "\\+?[0-9][0-9 -]{5,18}";

    private WorkOrderRequests() {}

    /**
     * A matter to be taken in.
     *
     * @param secret whether the body that handles it may not learn who brought it; no when absent
     * @param replyWanted whether an answer is wanted; no when absent
     * @param division where it happened, a GB/T 2260 code
     */
    record FileRequest(
            @NotNull Kind kind,
            @NotNull @PlainText(min = 1, max = 100) String title,

            @NotNull @PlainText(min = 1, max = 4000, lines = true)
            String content,

            @Nullable @PlainText(min = 1, max = 1000, lines = true)
            String claim,

            @Nullable @Valid PartyBody respondent,
            @Nullable @Valid ContactBody contact,
            @Nullable Boolean secret,
            @Nullable Boolean replyWanted,
            @NotNull @Pattern(regexp = DIVISION) String division) {

        /** Prints nothing: all of it may be personal. */
        @Override
        public String toString() {
            return "FileRequest[***]";
        }

        Wish wish() {
            return new Wish(
                    kind,
                    Boolean.TRUE.equals(secret),
                    Boolean.TRUE.equals(replyWanted),
                    division,
                    new Matter(
                            title,
                            content,
                            claim,
                            respondent == null ? null : new Matter.Party(respondent.name(), respondent.address()),
                            contact == null
                                    ? null
                                    : new Matter.Contact(contact.name(), contact.phone(), contact.address())));
        }
    }

    record PartyBody(
            @NotNull @PlainText(min = 1, max = 100) String name,
            @Nullable @PlainText(min = 1, max = 200) String address) {}

    record ContactBody(
            @NotNull @PlainText(min = 1, max = 50) String name,
            @NotNull @Pattern(regexp = PHONE) String phone,
            @Nullable @PlainText(min = 1, max = 200) String address) {

        @Override
        public String toString() {
            return "ContactBody[***]";
        }
    }

    /** The body that is to handle it, by its credit code. */
    record DispatchRequest(
            @NotNull @Pattern(regexp = CREDIT_CODE) String body,
            @NotNull @PlainText(min = 1, max = 100) String bodyName,
            @NotNull @Pattern(regexp = DIVISION) String division,

            @Nullable @PlainText(min = 1, max = 1000, lines = true)
            String instruction) {

        Assignment assignment() {
            return new Assignment(body, bodyName, division, instruction);
        }
    }

    record AnswerRequest(
            @NotNull @PlainText(min = 1, max = 4000, lines = true)
            String text) {}

    /** What the person said; satisfaction from 1 (very dissatisfied) to 5 (very satisfied). */
    record CallBackRequest(
            @NotNull CallBackOutcome outcome,
            @Nullable @Min(1) @Max(5) Integer satisfaction,

            @Nullable @PlainText(min = 1, max = 1000, lines = true)
            String note) {}

    /** The ground is needed when the person has not confirmed that the matter is solved. */
    record CloseRequest(
            @Nullable @PlainText(min = 1, max = 1000, lines = true)
            String ground) {}
}
