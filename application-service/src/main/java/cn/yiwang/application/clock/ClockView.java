package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.ClockDay;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.Pause;
import cn.yiwang.application.deadline.Track;
import cn.yiwang.application.handling.Application;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's clock as its readers see it. */
@Schema(name = "Clock")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockView(
        UUID applicationId,
        Labelled status,

        @Schema(description = "NOT_RUNNING while no limit of the law runs")
        Labelled state,

        LocalDate today,
        @Nullable String limit,
        @Nullable LocalDate day0,
        @Nullable String basis,

        @Schema(description = "Whether the dates are only expected, because a pause lasts")
        boolean estimated,

        @Nullable TrackView statutory,
        @Nullable TrackView promised,
        List<ProcedureView> specialProcedures,
        @Nullable ExtensionView extension) {

    private static final int SOON = 3;

    static ClockView of(ReadClock.Explained explained) {
        Application application = explained.application();
        ClockReading reading = explained.reading();
        Extensions.Approved extension = explained.extension();
        return new ClockView(
                application.id(),
                new Labelled(application.status().name(), application.status().label()),
                state(reading, explained.today()),
                explained.today(),
                application.status().limit() == null
                        ? null
                        : application.status().limit().name(),
                reading == null ? null : reading.day0(),
                reading == null ? null : reading.basis(),
                reading != null && reading.adjustments().isPaused(),
                reading == null ? null : TrackView.of(reading.statutory()),
                reading == null || reading.promised() == null ? null : TrackView.of(reading.promised()),
                explained.procedures().stream().map(ProcedureView::of).toList(),
                extension == null ? null : ExtensionView.of(extension));
    }

    private static Labelled state(@Nullable ClockReading reading, LocalDate today) {
        return reading == null
                ? new Labelled("NOT_RUNNING", "不计时")
                : new Labelled(
                        reading.stateOn(today, SOON).name(),
                        reading.stateOn(today, SOON).label());
    }

    @Schema(name = "ClockCode")
    record Labelled(String code, String label) {}

    @Schema(name = "ClockTrack")
    record TrackView(int amount, String unit, LocalDate dueOn, boolean provisional, List<DayView> days) {

        static TrackView of(Track track) {
            return new TrackView(
                    track.limit().amount(),
                    track.limit().unit().name(),
                    track.due().date(),
                    track.due().provisional(),
                    track.days().stream().map(DayView::of).toList());
        }
    }

    @Schema(name = "ClockDay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayView(
            LocalDate date,
            boolean counted,
            @Nullable Integer count,
            Labelled reason,
            @Nullable String occasion,

            @Nullable @Schema(description = "Year and edition of the State Council's notice, and where it is published")
            String notice,

            @Nullable String source,
            @Nullable Labelled pause,
            @Nullable String pauseBasis,
            boolean extended,
            boolean provisional) {

        static DayView of(ClockDay day) {
            Pause pause = day.pause();
            return new DayView(
                    day.date(),
                    day.reason().isCounted(),
                    day.count() == 0 ? null : day.count(),
                    new Labelled(day.reason().name(), day.reason().label()),
                    day.occasion(),
                    day.notice(),
                    day.source(),
                    pause == null
                            ? null
                            : new Labelled(pause.cause().name(), pause.cause().label()),
                    pause == null ? null : pause.basis(),
                    day.extended(),
                    day.provisional());
        }
    }

    @Schema(name = "SpecialProcedure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProcedureView(
            UUID id,
            Labelled kind,
            String name,
            String basis,
            LocalDate beganOn,
            LocalDate announcedUntil,
            String reason,
            @Nullable LocalDate endedOn,
            @Nullable String result) {

        static ProcedureView of(SpecialProcedure procedure) {
            return new ProcedureView(
                    procedure.id(),
                    new Labelled(procedure.kind().name(), procedure.kind().label()),
                    procedure.name(),
                    procedure.basis(),
                    procedure.beganOn(),
                    procedure.announcedUntil(),
                    procedure.reason(),
                    procedure.endedOn(),
                    procedure.result());
        }
    }

    @Schema(name = "ClockExtension")
    record ExtensionView(int amount, String unit, Labelled approver, String basis, String reason) {

        static ExtensionView of(Extensions.Approved approved) {
            return new ExtensionView(
                    approved.extension().time().amount(),
                    approved.extension().time().unit().name(),
                    new Labelled(
                            approved.extension().approver().name(),
                            approved.extension().approver().label()),
                    approved.extension().basis(),
                    approved.reason());
        }
    }
}
