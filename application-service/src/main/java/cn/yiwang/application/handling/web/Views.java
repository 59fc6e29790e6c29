package cn.yiwang.application.handling.web;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.HistoryEntry;
import cn.yiwang.application.handling.ReadApplications;
import cn.yiwang.application.lifecycle.PublicStatus;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.starter.http.ETags;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers of several routes read. */
public final class Views {

    private Views() {}

    @Schema(name = "CodeWithLabel")
    public record Labelled(String code, String label) {

        static Labelled of(Status status) {
            return new Labelled(status.name(), status.label());
        }

        static Labelled of(PublicStatus status) {
            return new Labelled(status.code(), status.label());
        }
    }

    /** When the current status is due, and why. */
    @Schema(name = "Due")
    public record DueView(
            LocalDate on,
            LocalDate statutoryOn,

            @Schema(description = "Counted through a year whose holidays are not announced yet")
            boolean provisional,

            String basis) {

        static @Nullable DueView of(@Nullable Due due) {
            return due == null ? null : new DueView(due.on(), due.statutoryOn(), due.provisional(), due.basis());
        }
    }

    /** The answer to a step: where the application stands now. */
    @Schema(name = "ApplicationState")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            UUID id,
            @Nullable String number,
            Labelled status,
            Labelled publicStatus,
            @Nullable DueView due,

            @Nullable @Schema(description = "Shown this once; opens the public progress together with the number")
            String queryCode,

            @Nullable List<ReviewView> reviews) {

        static State of(Application application) {
            return of(application, null, null);
        }

        static State of(Application application, @Nullable String queryCode, @Nullable List<ReviewView> reviews) {
            return new State(
                    application.id(),
                    application.number(),
                    Labelled.of(application.status()),
                    Labelled.of(application.status().publicStatus()),
                    DueView.of(application.due()),
                    queryCode,
                    reviews);
        }
    }

    /** One department's part of the review. */
    @Schema(name = "ReviewTask")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReviewView(
            UUID id,
            String department,
            String name,
            ReviewTask.State state,
            @Nullable String opinion,
            @Nullable Instant answeredAt,
            LocalDate dueOn,
            boolean dueProvisional,

            @Schema(description = "CHECK before acceptance, REVIEW after it")
            ReviewTask.Stage stage,

            @Nullable @Schema(description = "Why the competent body went on without this department")
            String escalationReason,

            @Schema(description = "Send it as If-Match with the review; other departments' answers do not change it")
            String etag) {

        static ReviewView of(ReviewTask task) {
            return new ReviewView(
                    task.id(),
                    task.department(),
                    task.name(),
                    task.state(),
                    task.opinion(),
                    task.answeredAt(),
                    task.dueOn(),
                    task.dueProvisional(),
                    task.stage(),
                    task.escalationReason(),
                    ETags.of(task.changedVersion()));
        }
    }

    /** A file that was handed in. */
    @Schema(name = "Material")
    record MaterialView(UUID id, String code, String fileName, String mediaType, long size, Instant uploadedAt) {

        static MaterialView of(Material material) {
            return new MaterialView(
                    material.id(),
                    material.code(),
                    material.fileName(),
                    material.mediaType(),
                    material.size(),
                    material.uploadedAt());
        }
    }

    /** One of the applicant's own. */
    @Schema(name = "ApplicationSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            UUID id,
            @Nullable String number,
            Coded item,
            Labelled status,
            Labelled publicStatus,
            @Nullable DueView due,
            String etag) {

        static Summary of(ReadApplications.Listed listed) {
            Application application = listed.application();
            return new Summary(
                    application.id(),
                    application.number(),
                    new Coded(application.itemCode(), listed.itemName()),
                    Labelled.of(application.status()),
                    Labelled.of(application.status().publicStatus()),
                    DueView.of(application.due()),
                    ETags.of(application.version()));
        }
    }

    /** One thing that happened; the subject that acted is shown to officials only. */
    @Schema(name = "HistoryEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryView(
            String event,
            Labelled from,
            Labelled to,
            Instant at,
            String actorType,
            @Nullable String actor,
            @Nullable String department,

            @Nullable @Schema(description = "The mandate under which an agent acted for the applicant")
            UUID mandate,

            @Nullable String note,
            @Nullable LocalDate dueOn) {

        static HistoryView of(HistoryEntry entry, boolean official) {
            return new HistoryView(
                    entry.event(),
                    Labelled.of(entry.from()),
                    Labelled.of(entry.to()),
                    entry.at(),
                    entry.actorType(),
                    official ? entry.actor() : null,
                    entry.department(),
                    entry.mandate(),
                    entry.note(),
                    entry.dueOn());
        }
    }
}
