package cn.yiwang.application.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.GuideFixture;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Handling;
import cn.yiwang.application.guide.Guide.LegalLimit;
import cn.yiwang.application.guide.Guide.SeveralBodies;
import cn.yiwang.application.guide.Guide.TimeLimits;
import cn.yiwang.application.guide.Guide.Unit;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptanceDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationNotAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPartlyGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSuspended;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationTerminated;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionRequested;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionsHandedIn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.NonAcceptance;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Termination;
import cn.yiwang.application.lifecycle.Transitions;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Chapter 4 of the Administrative Licensing Law as a table: a state, a day, an actor and an action, and what comes of it. The dates
 * were counted apart from this code, from the State Council's notices.
 */
class ClockTableTest {

    private static final int SOON = 2;

    private final DueDates dueDates = new DueDates(LegalRules.bundled(), WorkingCalendars.bundled());

    @ParameterizedTest(name = "{0} ({5}, {4})")
    @CsvFileSource(resources = "clock-table.csv", numLinesToSkip = 1)
    void the_law_is_kept(
            String what,
            Status status,
            String actor,
            String action,
            String guideName,
            LocalDate day0,
            @Nullable String pauses,
            @Nullable String extended,
            LocalDate today,
            String becomes,
            @Nullable LocalDate statutory,
            @Nullable LocalDate promised,
            @Nullable String provisional,
            @Nullable ClockState state,
            @Nullable String basis) {
        var next = next(status, action, day0);
        if (becomes.equals("(refused)")) {
            assertThat(next).isEmpty();
            return;
        }
        assertThat(next).contains(Status.valueOf(becomes));
        var limit = next.orElseThrow().limit();
        if (statutory == null) {
            assertThat(limit).as("%s: nothing is waited for by law", what).isNull();
            return;
        }
        assertThat(limit).isNotNull();
        var guide = guide(guideName);
        var extension = extended == null ? null : dueDates.extension(guide, day0);
        var reading = dueDates.read(limit, guide, day0, new Adjustments(pauses(pauses), extension), today);

        assertThat(reading.statutory().due().date()).as("statutory").isEqualTo(statutory);
        assertThat(reading.promised() == null ? null : reading.promised().due().date())
                .as("promised")
                .isEqualTo(promised);
        assertThat(reading.due().provisional()).as("provisional").isEqualTo(provisional != null);
        assertThat(reading.basis()).isEqualTo(basis);
        assertThat(reading.stateOn(today, SOON)).isEqualTo(state);
        assertThat(reading.statutory().days().getFirst().date()).isEqualTo(day0);
        assertThat(reading.statutory().days().getLast().date()).isEqualTo(statutory);
        if (pauses == null && extended == null) {
            assertThat(reading.due())
                    .as("what the plain path writes into the row")
                    .isEqualTo(dueDates.of(limit, guide, day0));
        }
    }

    private static Optional<Status> next(Status status, String action, LocalDate day0) {
        ApplicationEvent event =
                switch (action) {
                    case "SUBMIT" -> new ApplicationSubmitted();
                    case "REQUEST_CORRECTION" -> new CorrectionRequested(List.of("M0001720050000101"), day0);
                    case "HAND_IN_CORRECTIONS" -> new CorrectionsHandedIn();
                    case "DECLINE" -> new ApplicationNotAccepted(NonAcceptance.NOT_COMPETENT, "某局");
                    case "SILENCE" -> new AcceptanceDeemed(day0);
                    case "ACCEPT" -> new ApplicationAccepted();
                    case "REVIEWS_DONE" -> new ReviewsCompleted(null, null);
                    case "GRANT" -> new ApplicationGranted(false);
                    case "GRANT_PARTLY" -> new ApplicationPartlyGranted(false);
                    case "REFUSE" -> new ApplicationRefused();
                    case "DELIVER" -> new ApplicationDelivered(null);
                    case "WITHDRAW" -> new ApplicationWithdrawn();
                    case "SUSPEND" -> new ApplicationSuspended();
                    case "RESUME_REVIEW" -> new ReviewResumed();
                    case "RESUME_DECISION" -> new DecisionResumed();
                    case "TERMINATE" -> new ApplicationTerminated(Termination.values()[0]);
                    default -> null;
                };
        return event == null ? Optional.of(status) : Transitions.table().next(status, event);
    }

    private static List<Pause> pauses(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";"))
                        .map(text -> text.split(" "))
                        .map(words -> new Pause(
                                PauseCause.valueOf(words[0]),
                                LocalDate.parse(words[1]),
                                words[2].equals("-") ? null : LocalDate.parse(words[2]),
                                words.length > 3 ? LocalDate.parse(words[3]) : null,
                                "行政许可法第四十五条"))
                        .toList();
    }

    /** The guides of the column. */
    static Guide guide(String name) {
        return switch (name) {
            case "GENERAL" -> limits(days(5), days(20, "行政许可法第四十二条"), days(13), days(10));
            case "SILENT" -> limits(null, null, null, null);
            case "FOOD" -> limits(days(5), days(10, "食品经营许可和备案管理办法第二十三条"), days(7), days(5));
            case "DEVICE" -> limits(days(5), days(20, "医疗器械经营监督管理办法第十三条"), days(10), days(10));
            case "COSMETICS" -> limits(days(5), days(30, "化妆品生产经营监督管理办法第十二条"), days(15), days(5));
            case "CALENDAR" -> limits(days(5), new LegalLimit(30, Unit.NATURAL_DAY, "示例条例第九条"), null, days(10));
            case "SEVERAL" -> bySeveralBodies(limits(days(5), null, null, days(10)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Guide limits(
            @Nullable LegalLimit acceptance,
            @Nullable LegalLimit statutory,
            @Nullable LegalLimit promised,
            @Nullable LegalLimit delivery) {
        return GuideFixture.guide(new TimeLimits(acceptance, statutory, promised, delivery), List.of());
    }

    private static Guide bySeveralBodies(Guide guide) {
        return GuideFixture.with(guide, new Handling(null, null, new SeveralBodies("JOINT")), List.of());
    }

    private static LegalLimit days(int amount) {
        return days(amount, null);
    }

    private static LegalLimit days(int amount, @Nullable String basis) {
        return GuideFixture.workingDays(amount, basis);
    }
}
