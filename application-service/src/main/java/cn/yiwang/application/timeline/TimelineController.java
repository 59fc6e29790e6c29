package cn.yiwang.application.timeline;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.evaluation.Invitation;
import cn.yiwang.application.evaluation.Invitations;
import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.HistoryEntry;
import cn.yiwang.application.handling.ReadApplications;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.PublicStatus;
import cn.yiwang.starter.identity.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The course of an application for somebody who is no lawyer: each step with its legal meaning, and what is awaited. */
@RestController
class TimelineController {

    private final Desk desk;
    private final ReadApplications read;
    private final Invitations invitations;

    TimelineController(Desk desk, ReadApplications read, Invitations invitations) {
        this.desk = desk;
        this.read = read;
        this.invitations = invitations;
    }

    @Schema(name = "Timeline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelineView(
            UUID id,
            @Nullable String number,
            Coded item,
            StatusView status,
            List<StepView> steps,

            @Nullable @Schema(description = "What is awaited; absent when nothing is left to do")
            AwaitedView awaited,

            @Schema(description = "Steps that the applicant may evaluate, once each")
            List<InvitationView> evaluations) {}

    @Schema(name = "TimelineStatus")
    record StatusView(String code, String label) {

        static StatusView of(PublicStatus status) {
            return new StatusView(status.code(), Words.isChinese() ? status.label() : status.englishLabel());
        }
    }

    /** Who acted. */
    enum By {
        APPLICANT,
        AGENT,
        OFFICE,
        PLATFORM
    }

    @Schema(name = "TimelineStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            String event,
            String title,

            @Schema(description = "What follows from it by law")
            String meaning,

            @Schema(description = "The article behind it") String article,

            Instant at,
            By by,

            @Nullable @Schema(description = "The body that acted, by its credit code")
            String body,

            @Nullable @Schema(description = "When what began with it was due")
            LocalDate dueOn) {

        static StepView of(HistoryEntry entry) {
            Words.Meaning words = Words.of(entry.event());
            return new StepView(
                    entry.event(),
                    words.title(),
                    words.meaning(),
                    words.article(),
                    entry.at(),
                    by(entry),
                    entry.department(),
                    entry.dueOn());
        }

        private static By by(HistoryEntry entry) {
            return switch (entry.actorType()) {
                case "PERSON", "ORGANIZATION" -> entry.mandate() == null ? By.APPLICANT : By.AGENT;
                case "STAFF" -> By.OFFICE;
                default -> By.PLATFORM;
            };
        }
    }

    /** What is awaited, from whom and until when. */
    @Schema(name = "TimelineAwaited")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwaitedView(
            Mover from,
            String who,
            @Nullable LocalDate dueOn,

            @Nullable @Schema(description = "Counted through a year whose holidays are not announced yet, so that it may move")
            Boolean provisional,

            @Nullable String basis) {

        static @Nullable AwaitedView of(Application application) {
            Mover mover = application.mover();
            if (mover == Mover.NOBODY) {
                return null;
            }
            Due due = application.due();
            return due == null
                    ? new AwaitedView(mover, Words.of(mover), null, null, null)
                    : new AwaitedView(mover, Words.of(mover), due.on(), due.provisional(), due.basis());
        }
    }

    @Schema(name = "EvaluationInvitation")
    record InvitationView(UUID id, String step, Instant invitedAt) {

        static InvitationView of(Invitation invitation) {
            return new InvitationView(invitation.id(), invitation.step(), invitation.invitedAt());
        }
    }

    @GetMapping("/api/v1/applications/{id}/timeline")
    ResponseEntity<TimelineView> timeline(Actor actor, @PathVariable UUID id) {
        Application application = desk.read(actor, id);
        Guide guide = desk.guide(application);
        TimelineView view = new TimelineView(
                application.id(),
                application.number(),
                new Coded(guide.itemCode(), guide.name()),
                StatusView.of(application.status().publicStatus()),
                read.history(actor, id).stream().map(StepView::of).toList(),
                AwaitedView.of(application),
                invitations.of(application.key()).stream()
                        .map(InvitationView::of)
                        .toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
