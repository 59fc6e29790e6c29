package cn.yiwang.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            new ApplicationAccepted(),
            new DepartmentReviewed("11431000MB1938148M", Outcome.APPROVED),
            new ReviewsCompleted("11431000MB1938148M", Outcome.REJECTED),
            new ApplicationGranted(true),
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
        "DRAFT,             ApplicationSubmitted, SUBMITTED",
        "SUBMITTED,         ApplicationAccepted,  UNDER_REVIEW",
        "SUBMITTED,         ApplicationWithdrawn, WITHDRAWN",
        "UNDER_REVIEW,      DepartmentReviewed,   UNDER_REVIEW",
        "UNDER_REVIEW,      ReviewsCompleted,     AWAITING_DECISION",
        "UNDER_REVIEW,      ApplicationWithdrawn, WITHDRAWN",
        "AWAITING_DECISION, ApplicationGranted,   GRANTED",
        "AWAITING_DECISION, ApplicationRefused,   REFUSED",
        "AWAITING_DECISION, ApplicationWithdrawn, WITHDRAWN",
        "GRANTED,           ApplicationDelivered, DELIVERED",
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
                    case SUBMITTED -> Set.of("ApplicationAccepted", "ApplicationWithdrawn");
                    case UNDER_REVIEW -> Set.of("DepartmentReviewed", "ReviewsCompleted", "ApplicationWithdrawn");
                    case AWAITING_DECISION ->
                        Set.of("ApplicationGranted", "ApplicationRefused", "ApplicationWithdrawn");
                    case GRANTED -> Set.of("ApplicationDelivered");
                    case DELIVERED, REFUSED, WITHDRAWN -> Set.of();
                };
        assertThat(allowed).isEqualTo(expected);
    }

    @Test
    void a_decided_application_is_never_decided_again() {
        for (var status : List.of(Status.GRANTED, Status.REFUSED, Status.DELIVERED)) {
            assertThat(Transitions.table().next(status, new ApplicationGranted(false)))
                    .isEqualTo(Optional.empty());
            assertThat(Transitions.table().next(status, new ApplicationRefused()))
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void a_status_with_a_limit_waits_for_somebody() {
        assertThat(Status.values()).allSatisfy(status -> {
            if (status.limit() != null) {
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
                .containsExactly("DRAFT", "SUBMITTED", "IN_PROGRESS", "GRANTED", "REFUSED", "WITHDRAWN", "DELIVERED");
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
