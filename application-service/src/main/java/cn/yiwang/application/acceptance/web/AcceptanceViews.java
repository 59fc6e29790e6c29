package cn.yiwang.application.acceptance.web;

import cn.yiwang.application.acceptance.ReadAcceptance.Declined;
import cn.yiwang.application.acceptance.ReadAcceptance.Found;
import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.PreReviews;
import cn.yiwang.application.correction.Requirement;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.lifecycle.NonAcceptance;
import cn.yiwang.application.lifecycle.PreReview;
import cn.yiwang.standards.calendar.LimitUnit;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers read about acceptance. */
final class AcceptanceViews {

    private AcceptanceViews() {}

    @Schema(name = "AskedRequirement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequirementView(
            String code,
            String name,
            @Nullable String explanation,
            @Nullable String answer) {

        static List<RequirementView> of(Guide guide, List<Requirement> requirements) {
            return requirements.stream()
                    .map(requirement -> new RequirementView(
                            requirement.code(),
                            guide.requirement(requirement.code()).orElse(requirement.code()),
                            requirement.explanation(),
                            requirement.answer()))
                    .toList();
        }
    }

    @Schema(name = "PreReviewFound")
    record PreReviewView(PreReview result, Instant at, List<RequirementView> requirements) {

        static PreReviewView of(Found<PreReviews.Found> found) {
            return new PreReviewView(
                    found.content().result(),
                    found.content().at(),
                    RequirementView.of(found.guide(), found.content().requirements()));
        }
    }

    @Schema(name = "Correction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrectionView(
            Correction.State state,
            LocalDate dueOn,
            int amount,
            LimitUnit unit,

            @Schema(description = "What follows when the period ends without corrections")
            Correction.Consequence consequence,

            Instant requestedAt,
            @Nullable Instant handedInAt,
            List<RequirementView> requirements) {

        static CorrectionView of(Found<Correction> found) {
            Correction correction = found.content();
            return new CorrectionView(
                    correction.state(),
                    correction.dueOn(),
                    correction.period().amount(),
                    correction.period().unit(),
                    correction.consequence(),
                    correction.requestedAt(),
                    correction.handedInAt(),
                    RequirementView.of(found.guide(), correction.requirements()));
        }
    }

    @Schema(name = "NonAcceptanceDocument")
    record DocumentView(String code, String label) {}

    @Schema(name = "NonAcceptanceFound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NonAcceptanceView(
            NonAcceptance ground,
            DocumentView document,
            String basis,
            @Nullable String competentBody,
            String reason,

            @Nullable @Schema(description = "How the decision can be challenged; absent when no licence is needed")
            String remedies) {

        static NonAcceptanceView of(Declined declined) {
            return new NonAcceptanceView(
                    declined.ground(),
                    new DocumentView(
                            declined.document().name(), declined.document().label()),
                    declined.basis(),
                    declined.competentBody(),
                    declined.reason(),
                    declined.remedies());
        }
    }
}
