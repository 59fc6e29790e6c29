package cn.yiwang.application.acceptance.web;

import cn.yiwang.application.acceptance.DeclineApplication;
import cn.yiwang.application.correction.Requirement;
import cn.yiwang.application.handling.Applicant;
import cn.yiwang.application.handling.ReviseContent.Revision;
import cn.yiwang.application.lifecycle.NonAcceptance;
import cn.yiwang.application.lifecycle.PreReview;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What callers send; every bound is that of the column behind it. */
final class AcceptanceRequests {

    private static final int MOST_REQUIREMENTS = 99;
    private static final int MOST_FIELDS = 20;
    private static final String CODE = "M[0-9A-Z]{16}|C[1-9][0-9]{0,2}";

    private AcceptanceRequests() {}

    @Schema(name = "AskedFor")
    record Asked(
            @NotNull @Pattern(regexp = CODE) @Schema(description = "A material's code, or C and the order of a condition of the guide")
            String code,

            @Nullable @PlainText(max = 500, lines = true) @Schema(description = "What is wrong with it")
            String explanation) {}

    @Schema(name = "PreReview")
    record Look(
            @NotNull PreReview result,

            @Nullable @Size(max = MOST_REQUIREMENTS) @Schema(description = "Everything that was found, with CORRECTABLE only")
            List<@NotNull @Valid Asked> requirements) {

        List<Requirement> toRequirements() {
            return asked(requirements == null ? List.of() : requirements);
        }
    }

    @Schema(name = "CorrectionNotice")
    record CorrectionNotice(
            @NotEmpty @Size(max = MOST_REQUIREMENTS) List<@NotNull @Valid Asked> requirements,

            @Nullable @Valid @Schema(description = "What the notice leaves the applicant; the configured period when absent")
            Period period) {

        List<Requirement> toRequirements() {
            return asked(requirements);
        }

        @Nullable TimeLimit toPeriod() {
            return period == null ? null : new TimeLimit(period.amount, LimitUnit.valueOf(period.unit.name()));
        }
    }

    @Schema(name = "CorrectionPeriod")
    record Period(
            @NotNull @Min(1) @Max(180) Integer amount,
            @NotNull PeriodUnit unit) {}

    enum PeriodUnit {
        WORKING_DAY,
        NATURAL_DAY
    }

    @Schema(name = "Corrections")
    record Corrected(
            @Nullable @Size(max = MOST_REQUIREMENTS) @Schema(description = "What is said to requirements, by code; every condition of the notice needs one")
            Map<@Pattern(regexp = CODE) String, @NotNull @PlainText(min = 1, max = 1000, lines = true) String> answers,

            @Nullable @PlainText(min = 1, max = 200) String summary,
            @Nullable @Valid CorrectedContact contact,

            @Nullable @Size(max = MOST_FIELDS) Map<@PlainText(min = 1, max = 50) String, @NotNull @PlainText(min = 1, max = 500) String> fields) {

        Map<String, String> givenAnswers() {
            return answers == null ? Map.of() : answers;
        }

        Revision toRevision() {
            return new Revision(summary, CorrectedContact.toContact(contact), fields);
        }
    }

    @Schema(name = "OnTheSpotCorrection")
    record OnTheSpot(
            @Nullable @PlainText(min = 1, max = 200) String summary,
            @Nullable @Valid CorrectedContact contact,

            @Nullable @Size(max = MOST_FIELDS) Map<@PlainText(min = 1, max = 50) String, @NotNull @PlainText(min = 1, max = 500) String> fields) {

        Revision toRevision() {
            return new Revision(summary, CorrectedContact.toContact(contact), fields);
        }
    }

    @Schema(name = "CorrectedContact")
    record CorrectedContact(
            @NotNull @PlainText(min = 1, max = 60) String name,

            @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{4,28}") String phone,

            @Nullable @PlainText(max = 200) String address) {

        static Applicant.@Nullable Contact toContact(@Nullable CorrectedContact contact) {
            return contact == null ? null : new Applicant.Contact(contact.name, contact.phone, contact.address);
        }
    }

    @Schema(name = "NonAcceptance")
    record NotAccepted(
            @NotNull NonAcceptance ground,

            @Nullable @PlainText(max = 200) @Schema(description = "The body to turn to, with NOT_COMPETENT only")
            String competentBody,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String reason) {

        DeclineApplication.Grounds toGrounds() {
            return new DeclineApplication.Grounds(ground, competentBody, reason);
        }
    }

    private static List<Requirement> asked(List<Asked> asked) {
        return asked.stream()
                .map(one -> Requirement.asked(one.code, one.explanation))
                .toList();
    }
}
