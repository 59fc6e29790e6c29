package cn.yiwang.application.worklist;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.MaskedApplicants;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worklist as an Excel file: exactly what the list shows to the same person, names of persons masked, and on record. */
@RestController
class WorklistExportController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_ROWS = 5_000;

    private final Worklist worklist;
    private final WorklistSheet sheet;
    private final MaskedApplicants applicants;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    WorklistExportController(
            Worklist worklist,
            WorklistSheet sheet,
            MaskedApplicants applicants,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.worklist = worklist;
        this.sheet = sheet;
        this.applicants = applicants;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/worklist/export", produces = EXCEL)
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(required = false)
                    @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
                    @Nullable String role,
            @Valid @ParameterObject FilterParameters filter)
            throws IOException {
        Role desk = Desks.choose(actor, role);
        LocalDate today = ChinaTime.today(clock);
        WorklistSql sql = worklist.sql(actor, desk, filter.forDesk(desk), today);
        Exported exported = Objects.requireNonNull(transactions.execute(transaction -> read(actor, desk, sql)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sheet.write(desk, exported.entries(), exported.applicants(), file);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("worklist-" + today + ".xlsx")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.toByteArray());
    }

    private Exported read(Actor actor, Role desk, WorklistSql sql) {
        List<WorklistEntry> entries = worklist.page(sql, WorklistController.BEGINNING, 0, MOST_ROWS + 1);
        if (entries.size() > MOST_ROWS) {
            throw new ProblemException(ApplicationProblem.EXPORT_TOO_LARGE, MOST_ROWS);
        }
        Map<UUID, String> names =
                applicants.of(entries.stream().map(WorklistEntry::applicationId).toList());
        audit.record(
                actor,
                new AuditEntry(
                        "export-worklist",
                        "worklist",
                        String.valueOf(actor.department()),
                        null,
                        Map.of("role", desk.claim(), "rows", entries.size())));
        return new Exported(entries, names);
    }

    private record Exported(List<WorklistEntry> entries, Map<UUID, String> applicants) {}
}
