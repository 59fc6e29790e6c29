package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.Adjustments;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.deadline.MovedClocks;
import cn.yiwang.application.deadline.Pause;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.interruption.Rests;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.review.ReviewTasks;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of applications with what moved them. */
@Component
class KeptClocks implements MovedClocks {

    private final Desk desk;
    private final Pauses pauses;
    private final Rests rests;
    private final Extensions extensions;
    private final ReviewTasks tasks;
    private final JdbcClient jdbc;

    KeptClocks(Desk desk, Pauses pauses, Rests rests, Extensions extensions, ReviewTasks tasks, JdbcClient jdbc) {
        this.desk = desk;
        this.pauses = pauses;
        this.rests = rests;
        this.extensions = extensions;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    public Adjustments of(long applicationKey, LocalDate day0) {
        Stream<Pause> procedures = pauses.of(applicationKey).stream()
                .map(SpecialProcedure::pause)
                .filter(pause -> !pause.from().isBefore(day0));
        return new Adjustments(
                Stream.concat(procedures, rests.of(applicationKey, day0).stream())
                        .sorted(Comparator.comparing(Pause::from))
                        .toList(),
                extensions
                        .of(applicationKey)
                        .filter(approved -> approved.since().equals(day0))
                        .map(Extensions.Approved::extension)
                        .orElse(null));
    }

    /** The day on which the limit that runs began. */
    LocalDate day0(Application application) {
        return Objects.requireNonNull(jdbc.sql("SELECT waiting_since FROM application WHERE id = :key")
                .param("key", application.key())
                .query(LocalDate.class)
                .single());
    }

    /** The decision's clock as it stands. */
    ClockReading decision(Application application, Guide guide) {
        LocalDate day0 = day0(application);
        return desk.dueDates().read(Limit.DECISION, guide, day0, of(application.key(), day0), Desk.day(desk.now()));
    }

    /** What a step writes that paused, resumed or put off the decision. */
    Change change(Application before, ClockReading reading) {
        return Change.waiting(before, before.status(), before.mover(), reading.due(), reading.day0())
                .set("clock_moved", true)
                .set("clock_paused", reading.adjustments().isPaused());
    }

    /** The departments' own limits rest as long as the decision's does. */
    void moveTasks(Application after, Guide guide, ClockReading reading) {
        if (after.pendingReviews() == 0) {
            return;
        }
        for (ReviewPart part : guide.reviewParts(after.body())) {
            Due due = desk.dueDates().of(part, reading, Desk.day(desk.now()));
            tasks.moveDue(after.asked(), part.department().code(), due.on(), due.provisional());
        }
    }
}
