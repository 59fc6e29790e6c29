package cn.yiwang.application.commitment;

import cn.yiwang.application.commitment.Commitment.Result;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.FreeSubmission;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of commitments; one for each application at most. They change only while the application's row is locked. */
@Component
public class Commitments {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final CommitmentSettings settings;

    Commitments(JdbcClient jdbc, WorkingCalendar calendar, CommitmentSettings settings) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** What the applicant signs under this guide; empty where the guide does not allow it (告知承诺). */
    public static Optional<String> text(Guide guide) {
        Guide.Handling handling = guide.guide().handling();
        if (handling == null
                || handling.commitment() == null
                || !handling.commitment().allowed()) {
            return Optional.empty();
        }
        String scope = handling.commitment().scope();
        return Optional.of("本人（单位）已知晓“%s”的条件、标准和不实承诺的后果，承诺：%s；所填信息真实、准确，愿意接受核查，承诺不实的，承担法律责任。"
                .formatted(guide.name(), scope == null ? "已经符合告知的条件和要求" : scope));
    }

    /** The codes of the materials that a commitment stands in for. */
    public static Set<String> covered(Guide guide) {
        return guide.guide().materials().stream()
                .filter(material -> material.freeSubmission() == FreeSubmission.COMMITMENT)
                .map(Guide.Material::code)
                .collect(Collectors.toSet());
    }

    public void add(long applicationKey, String text, String signedBy, Instant now) {
        jdbc.sql("""
                INSERT INTO commitment (application_id, text, signed_by, signed_at) VALUES (:application, :text, :by, :at)
                """)
                .param("application", applicationKey)
                .param("text", text)
                .param("by", signedBy)
                .param("at", UtcTime.of(now))
                .update();
    }

    /** A draft that moves to another version of the guide is not bound by what was signed under the old one. */
    public void drop(long applicationKey) {
        jdbc.sql("DELETE FROM commitment WHERE application_id = :application")
                .param("application", applicationKey)
                .update();
    }

    /** After a grant it is to be checked. */
    public void beginCheck(long applicationKey, LocalDate grantedOn) {
        jdbc.sql("UPDATE commitment SET check_due_on = :due WHERE application_id = :application")
                .param(
                        "due",
                        calendar.dueAfter(grantedOn, settings.forCheck(), WhenUnpublished.PROVISIONAL)
                                .date())
                .param("application", applicationKey)
                .update();
    }

    public void checked(long applicationKey, Result result, String finding, String by, Instant now) {
        jdbc.sql("""
                UPDATE commitment SET result = :result, finding = :finding, checked_by = :by, checked_at = :at
                 WHERE application_id = :application
                """)
                .param("result", result.name())
                .param("finding", finding)
                .param("by", by)
                .param("at", UtcTime.of(now))
                .param("application", applicationKey)
                .update();
    }

    public Optional<Commitment> of(long applicationKey) {
        return jdbc.sql("""
                SELECT text, signed_at, check_due_on, result, finding, checked_at FROM commitment WHERE application_id = :application
                """)
                .param("application", applicationKey)
                .query((row, n) -> {
                    String result = row.getString("result");
                    return new Commitment(
                            row.getString("text"),
                            UtcTime.read(row, "signed_at"),
                            row.getObject("check_due_on", LocalDate.class),
                            result == null ? null : Result.valueOf(result),
                            row.getString("finding"),
                            UtcTime.readNullable(row, "checked_at"));
                })
                .optional();
    }
}
