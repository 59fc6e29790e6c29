package cn.yiwang.application.handling.web;

import cn.yiwang.application.handling.Applicant;
import cn.yiwang.application.handling.DeliverApplication;
import cn.yiwang.application.handling.OpenApplication;
import cn.yiwang.application.handling.SaveDraft;
import cn.yiwang.application.lifecycle.Outcome;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What callers send; every bound is that of the column behind it. */
final class Requests {

    private static final int MOST_FIELDS = 20;

    private Requests() {}

    @Schema(name = "NewApplication")
    record NewApplication(
            @NotNull @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") @Schema(description = "The business item's code, 33 characters")
            String itemCode,

            @Nullable @PlainText(max = 200) @Schema(description = "What it is about, in the applicant's words")
            String summary,

            @Nullable @Valid Contact contact,

            @Nullable @Size(max = MOST_FIELDS) @Schema(description = "Further lines for the certificate, such as the premises")
            Map<@PlainText(min = 1, max = 50) String, @NotNull @PlainText(min = 1, max = 500) String> fields,

            @Nullable @Schema(description = "Whether to hand it in at once; false when absent")
            Boolean submit,

            @Nullable @Pattern(regexp = "[!-~]{1,128}") @Schema(
                    description =
                            "The identifier of the certificate that it concerns, for a change, renewal, reissue or cancellation")
            String licence) {

        OpenApplication.Wish toWish() {
            return new OpenApplication.Wish(
                    itemCode,
                    summary,
                    Contact.toContact(contact),
                    fields == null ? Map.of() : fields,
                    Boolean.TRUE.equals(submit),
                    licence);
        }
    }

    @Schema(name = "DraftContent")
    record DraftContent(
            @Nullable @PlainText(max = 200) String summary,
            @Nullable @Valid Contact contact,

            @Nullable @Size(max = MOST_FIELDS) Map<@PlainText(min = 1, max = 50) String, @NotNull @PlainText(min = 1, max = 500) String> fields,

            @Nullable @Pattern(regexp = "[!-~]{1,128}") @Schema(
                    description =
                            "The identifier of the certificate that it concerns, for a change, renewal, reissue or cancellation")
            String licence) {

        SaveDraft.Content toContent() {
            return new SaveDraft.Content(
                    summary, Contact.toContact(contact), fields == null ? Map.of() : fields, licence);
        }
    }

    @Schema(name = "Contact")
    record Contact(
            @NotNull @PlainText(min = 1, max = 60) String name,

            @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{4,28}") String phone,

            @Nullable @PlainText(max = 200) String address) {

        static Applicant.@Nullable Contact toContact(@Nullable Contact contact) {
            return contact == null ? null : new Applicant.Contact(contact.name, contact.phone, contact.address);
        }
    }

    @Schema(name = "Review")
    record Review(
            @NotNull Outcome outcome,
            @Nullable @PlainText(max = 2000, lines = true) String opinion) {}

    @Schema(name = "Decision")
    record Decision(
            @NotNull DecisionOutcome outcome,

            @Nullable @PlainText(max = 2000, lines = true)
            @Schema(
                    description =
                            "Needed for a refusal, for a partial grant, and for a grant against a department's opinion")
            String reason,

            @Nullable @Size(max = 50) @Schema(description = "The conditions of the guide that a refusal cites, each as C and its order")
            List<@NotNull @Pattern(regexp = "C[1-9][0-9]{0,2}") String> conditions) {

        List<String> citedConditions() {
            return conditions == null ? List.of() : conditions;
        }
    }

    enum DecisionOutcome {
        GRANTED,
        PARTLY_GRANTED,
        REFUSED
    }

    @Schema(name = "Withdrawal")
    record Withdrawal(
            @Nullable @PlainText(max = 2000, lines = true) String reason) {}

    @Schema(name = "Delivery")
    record Delivery(
            @Schema(description = "How the document reached the applicant; WINDOW when absent")
            DeliverApplication.@Nullable Method method) {

        DeliverApplication.Method orWindow() {
            return method == null ? DeliverApplication.Method.WINDOW : method;
        }
    }
}
