package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.review.ReviewTask;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything about one application that its reader may see. */
public record ApplicationDetails(
        Application application,
        Guide guide,
        Applicant applicant,
        @Nullable String summary,
        @Nullable String licence,
        Decision decision,
        Certificate certificate,
        Moments moments,
        List<ReviewTask> reviews,
        List<Material> materials) {

    public ApplicationDetails {
        reviews = List.copyOf(reviews);
        materials = List.copyOf(materials);
    }

    /** What was decided; all null before. */
    public record Decision(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String remedies,
            List<String> conditions) {

        public Decision {
            conditions = List.copyOf(conditions);
        }
    }

    /** The certificate that was issued; all null before. */
    public record Certificate(
            @Nullable UUID id,
            @Nullable String identifier,
            @Nullable String status) {}

    /** When each step was taken. */
    public record Moments(
            Instant created,
            @Nullable Instant submitted,
            @Nullable Instant accepted,
            @Nullable Instant decided,
            @Nullable Instant delivered) {}
}
