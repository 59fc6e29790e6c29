package cn.yiwang.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptanceDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptedForFirstReview;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationForwarded;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationNotAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPartlyGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPreReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSuspended;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationTerminated;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectedOnTheSpot;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionRequested;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionsHandedIn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentEscalated;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentsConsulted;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.MaterialsChecked;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsEscalated;
import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {

    private static final List<ApplicationEvent> EVENTS = List.of(
            new ApplicationSubmitted(),
            new ApplicationPreReviewed(PreReview.PASSED),
            new CorrectedOnTheSpot(),
            new CorrectionRequested(List.of("C1"), LocalDate.of(2026, 12, 7)),
            new CorrectionsHandedIn(),
            new ApplicationAccepted(),
            new AcceptanceDeemed(LocalDate.of(2026, 11, 23)),
            new FirstReviewDeemed(LocalDate.of(2026, 11, 23)),
            new ApplicationNotAccepted(NonAcceptance.NO_LICENCE_NEEDED, null),
            new DepartmentReviewed("11431000MB1938148M", Outcome.APPROVED),
            new ReviewsCompleted("11431000MB1938148M", Outcome.REJECTED),
            new DepartmentsConsulted(),
            new MaterialsChecked("11431000MBEX00021B"),
            new DepartmentEscalated("11431000MBEX00021B"),
            new ReviewsEscalated("11431000MBEX00021B"),
            new AcceptedForFirstReview(),
            new FirstReviewed("11431000MBEX00021B", Outcome.APPROVED),
            new ApplicationForwarded("11431000MBEX00021B"),
            new ApplicationSuspended(),
            new ReviewResumed(),
            new DecisionResumed(),
            new ApplicationTerminated(Termination.ORGANIZATION_ENDED),
            new ApplicationGranted(true),
            new ApplicationPartlyGranted(false),
            new ApplicationRefused(),
            new ApplicationWithdrawn(),
            new ApplicationDelivered(null));

    @Test
    void every_status_is_reached_and_left_by_the_table() {
        var mentioned = Transitions.table().rows().stream()
                .flatMap(row -> Stream.of(row.from(), row.to()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
        assertThat(mentioned).containsExactlyInAnyOrder(Status.values());
        assertThat(Arrays.stream(Status.values()).filter(Transitions.table()::isFinal))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Status.values()).filter(Status::isFinal).toList());
    }

    @Test
    void every_event_of_the_sealed_type_is_on_an_edge() {
        Set<Class<?>> used =
                Transitions.table().rows().stream().map(Transition::event).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder(ApplicationEvent.class.getPermittedSubclasses());
        assertThat(EVENTS).extracting(Object::getClass).hasSize(used.size());
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT,                ApplicationSubmitted,     SUBMITTED",
        "SUBMITTED,            DepartmentsConsulted,     SUBMITTED",
        "SUBMITTED,            MaterialsChecked,         SUBMITTED",
        "SUBMITTED,            AcceptedForFirstReview,   FIRST_REVIEW",
        "SUBMITTED,            FirstReviewDeemed,        FIRST_REVIEW",
        "SUBMITTED,            ApplicationPreReviewed,   SUBMITTED",
        "SUBMITTED,            CorrectedOnTheSpot,       SUBMITTED",
        "SUBMITTED,            CorrectionRequested,      CORRECTION_REQUESTED",
        "SUBMITTED,            ApplicationAccepted,      UNDER_REVIEW",
        "SUBMITTED,            AcceptanceDeemed,         UNDER_REVIEW",
        "SUBMITTED,            ApplicationNotAccepted,   NOT_ACCEPTED",
        "SUBMITTED,            ApplicationWithdrawn,     WITHDRAWN",
        "CORRECTION_REQUESTED, CorrectionsHandedIn,      CORRECTED",
        "CORRECTION_REQUESTED, ApplicationNotAccepted,   NOT_ACCEPTED",
        "CORRECTION_REQUESTED, ApplicationTerminated,    TERMINATED",
        "CORRECTION_REQUESTED, ApplicationWithdrawn,     WITHDRAWN",
        "CORRECTED,            AcceptedForFirstReview,   FIRST_REVIEW",
        "CORRECTED,            FirstReviewDeemed,        FIRST_REVIEW",
        "CORRECTED,            ApplicationAccepted,      UNDER_REVIEW",
        "CORRECTED,            AcceptanceDeemed,         UNDER_REVIEW",
        "CORRECTED,            ApplicationNotAccepted,   NOT_ACCEPTED",
        "CORRECTED,            ApplicationWithdrawn,     WITHDRAWN",
        "FIRST_REVIEW,         FirstReviewed,            FIRST_REVIEW",
        "FIRST_REVIEW,         ApplicationForwarded,     UNDER_REVIEW",
        "FIRST_REVIEW,         ApplicationTerminated,    TERMINATED",
        "FIRST_REVIEW,         ApplicationWithdrawn,     WITHDRAWN",
        "UNDER_REVIEW,         DepartmentEscalated,      UNDER_REVIEW",
        "UNDER_REVIEW,         ReviewsEscalated,         AWAITING_DECISION",
        "UNDER_REVIEW,         DepartmentReviewed,       UNDER_REVIEW",
        "UNDER_REVIEW,         ReviewsCompleted,         AWAITING_DECISION",
        "UNDER_REVIEW,         ApplicationSuspended,     SUSPENDED",
        "UNDER_REVIEW,         ApplicationTerminated,    TERMINATED",
        "UNDER_REVIEW,         ApplicationWithdrawn,     WITHDRAWN",
        "AWAITING_DECISION,    ApplicationGranted,       GRANTED",
        "AWAITING_DECISION,    ApplicationPartlyGranted, PARTLY_GRANTED",
        "AWAITING_DECISION,    ApplicationRefused,       REFUSED",
        "AWAITING_DECISION,    ApplicationSuspended,     SUSPENDED",
        "AWAITING_DECISION,    ApplicationTerminated,    TERMINATED",
        "AWAITING_DECISION,    ApplicationWithdrawn,     WITHDRAWN",
        "SUSPENDED,            ReviewResumed,            UNDER_REVIEW",
        "SUSPENDED,            DecisionResumed,          AWAITING_DECISION",
        "SUSPENDED,            ApplicationTerminated,    TERMINATED",
        "SUSPENDED,            ApplicationWithdrawn,     WITHDRAWN",
        "GRANTED,              ApplicationDelivered,     DELIVERED",
        "PARTLY_GRANTED,       ApplicationDelivered,     DELIVERED",
    })
    void an_allowed_step_leads_where_the_law_says(Status from, String event, Status to) {
        assertThat(Transitions.table().next(from, event(event))).contains(to);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void nothing_else_may_happen(Status status) {
        var allowed = EVENTS.stream()
                .filter(event -> Transitions.table().next(status, event).isPresent())
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toSet());
        var expected =
                switch (status) {
                    case DRAFT -> Set.of("ApplicationSubmitted");
                    case SUBMITTED ->
                        Set.of(
                                "DepartmentsConsulted",
                                "MaterialsChecked",
                                "AcceptedForFirstReview",
                                "FirstReviewDeemed",
                                "ApplicationPreReviewed",
                                "CorrectedOnTheSpot",
                                "CorrectionRequested",
                                "ApplicationAccepted",
                                "AcceptanceDeemed",
                                "ApplicationNotAccepted",
                                "ApplicationWithdrawn");
                    case CORRECTION_REQUESTED ->
                        Set.of(
                                "CorrectionsHandedIn",
                                "ApplicationNotAccepted",
                                "ApplicationTerminated",
                                "ApplicationWithdrawn");
                    case CORRECTED ->
                        Set.of(
                                "AcceptedForFirstReview",
                                "FirstReviewDeemed",
                                "ApplicationAccepted",
                                "AcceptanceDeemed",
                                "ApplicationNotAccepted",
                                "ApplicationWithdrawn");
                    case FIRST_REVIEW ->
                        Set.of(
                                "FirstReviewed",
                                "ApplicationForwarded",
                                "ApplicationTerminated",
                                "ApplicationWithdrawn");
                    case UNDER_REVIEW ->
                        Set.of(
                                "DepartmentEscalated",
                                "ReviewsEscalated",
                                "DepartmentReviewed",
                                "ReviewsCompleted",
                                "ApplicationSuspended",
                                "ApplicationTerminated",
                                "ApplicationWithdrawn");
                    case AWAITING_DECISION ->
                        Set.of(
                                "ApplicationGranted",
                                "ApplicationPartlyGranted",
                                "ApplicationRefused",
                                "ApplicationSuspended",
                                "ApplicationTerminated",
                                "ApplicationWithdrawn");
                    case SUSPENDED ->
                        Set.of("ReviewResumed", "DecisionResumed", "ApplicationTerminated", "ApplicationWithdrawn");
                    case GRANTED -> Set.of("ApplicationDelivered");
                    case PARTLY_GRANTED -> Set.of("ApplicationDelivered");
                    case NOT_ACCEPTED, TERMINATED, DELIVERED, REFUSED, WITHDRAWN -> Set.of();
                };
        assertThat(allowed).isEqualTo(expected);
    }

    @Test
    void a_decided_application_is_never_decided_again() {
        for (var status : List.of(Status.GRANTED, Status.PARTLY_GRANTED, Status.REFUSED, Status.DELIVERED)) {
            assertThat(Transitions.table().next(status, new ApplicationGranted(false)))
                    .isEqualTo(Optional.empty());
            assertThat(Transitions.table().next(status, new ApplicationRefused()))
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void a_correction_is_asked_for_once() {
        var again = new CorrectionRequested(List.of("C1"), LocalDate.of(2026, 12, 7));
        assertThat(Arrays.stream(Status.values())
                        .filter(status ->
                                Transitions.table().next(status, again).isPresent()))
                .containsExactly(Status.SUBMITTED);
    }

    @Test
    void a_status_with_a_limit_waits_for_somebody() {
        assertThat(Status.values()).allSatisfy(status -> {
            if (status == Status.SUSPENDED) {
                assertThat(status.limit()).isNull();
            } else if (status.limit() != null) {
                assertThat(status.mover()).isNotIn(Mover.NOBODY, Mover.APPLICANT);
            } else {
                assertThat(status.mover()).isIn(Mover.NOBODY, Mover.APPLICANT);
            }
        });
    }

    @Test
    void the_public_codes_are_the_promised_ones() {
        assertThat(PublicStatus.values())
                .extracting(PublicStatus::code)
                .containsExactly(
                        "DRAFT",
                        "SUBMITTED",
                        "CORRECTION_REQUESTED",
                        "NOT_ACCEPTED",
                        "IN_PROGRESS",
                        "SUSPENDED",
                        "TERMINATED",
                        "GRANTED",
                        "PARTLY_GRANTED",
                        "REFUSED",
                        "WITHDRAWN",
                        "DELIVERED");
    }

    @Test
    void the_diagram_in_the_docs_is_fresh() throws IOException {
        var page = Path.of("../docs/application-lifecycle.md");
        assertThat(Files.readString(page))
                .contains("```mermaid\n" + Transitions.table().mermaid() + "```");
    }

    private static ApplicationEvent event(String name) {
        return EVENTS.stream()
                .filter(event -> event.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
