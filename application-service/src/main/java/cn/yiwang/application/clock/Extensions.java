package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.Extension;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of extensions: one for an application, which the primary key holds it to. */
@Repository
class Extensions {

    private final JdbcClient jdbc;

    Extensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An extension as it was approved.
     *
     * @param since day 0 of the limit that was put off
     */
    record Approved(Extension extension, LocalDate since, String reason) {}

    void add(long applicationKey, Approved approved, @Nullable String approval, String by, Instant at) {
        Extension extension = approved.extension();
        jdbc.sql("""
                INSERT INTO clock_extension (application_id, amount, unit, approver, approval, basis, reason, since, approved_by, approved_at)
                VALUES (:application, :amount, :unit, :approver, :approval, :basis, :reason, :since, :by, :at)
                """)
                .param("application", applicationKey)
                .param("amount", extension.time().amount())
                .param("unit", extension.time().unit().name())
                .param("approver", extension.approver().name())
                .param("approval", approval)
                .param("basis", extension.basis())
                .param("reason", approved.reason())
                .param("since", approved.since())
                .param("by", by)
                .param("at", UtcTime.of(at))
                .update();
    }

    Optional<Approved> of(long applicationKey) {
        return jdbc.sql("""
                SELECT amount, unit, approver, basis, reason, since FROM clock_extension WHERE application_id = :application
                """)
                .param("application", applicationKey)
                .query((row, n) -> new Approved(
                        new Extension(
                                new TimeLimit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit"))),
                                Extension.Approver.valueOf(row.getString("approver")),
                                row.getString("basis")),
                        row.getObject("since", LocalDate.class),
                        row.getString("reason")))
                .optional();
    }
}
