package cn.yiwang.starter.audit;

import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets an auditor read the trail of this service and verify its chain. */
@RestController
@RequestMapping("/api/v1/operations/${spring.application.name}")
@PreAuthorize("hasRole('AUDITOR')")
class AuditController {

    /** A few seconds' work; a longer chain is verified in several calls. */
    private static final int LINKS_PER_CALL = 200_000;

    private final AuditTable table;
    private final AuditVerification verification;

    AuditController(AuditTable table, AuditVerification verification) {
        this.table = table;
        this.verification = verification;
    }

    /** The latest entries first. An object is named by its type and its id together. */
    @GetMapping("/audit-entries")
    Page<AuditEntryView> list(
            @RequestParam(required = false) @Nullable @Size(max = 60) String objectType,
            @RequestParam(required = false) @Nullable @Size(max = 100) String objectId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String actor,
            PageRequest page) {
        String cursor = page.after();
        long before = cursor == null ? Long.MAX_VALUE : Cursor.decode(cursor, 1).longAt(0);
        List<AuditRow> rows =
                table.list(new AuditTable.AuditFilter(object(objectType, objectId), actor), before, page.limit() + 1);
        List<AuditEntryView> items =
                rows.stream().limit(page.limit()).map(AuditEntryView::of).toList();
        boolean more = rows.size() > page.limit();
        return new Page<>(items, more ? Cursor.encode(rows.get(page.limit() - 1).id()) : null);
    }

    private static AuditTable.@Nullable AuditedObject object(@Nullable String type, @Nullable String id) {
        if (type == null && id == null) {
            return null;
        }
        if (type == null || id == null) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(type == null ? "objectType" : "objectId", "required");
        }
        return new AuditTable.AuditedObject(type, id);
    }

    /** Verifies the chain, from its beginning or from a link that the auditor has kept. */
    @PostMapping("/audit-verifications")
    AuditVerification.Report verify(@RequestBody(required = false) @Nullable @Valid VerificationRequest request) {
        AuditVerification.Anchor anchor = request == null
                ? null
                : new AuditVerification.Anchor(
                        request.after().sealNumber(), request.after().hash());
        return verification.verify(anchor, LINKS_PER_CALL);
    }

    /** Where to begin: a link of an earlier report. */
    record VerificationRequest(@NotNull @Valid KnownLink after) {}

    record KnownLink(
            @PositiveOrZero long sealNumber,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}

    record AuditEntryView(
            String id,
            Instant occurredAt,
            String actor,
            String actorType,
            @Nullable String actingFor,
            List<String> roles,
            String action,
            String objectType,
            String objectId,
            @Nullable String ground,
            @JsonRawValue String details,
            @Nullable String traceId) {

        static AuditEntryView of(AuditRow row) {
            return new AuditEntryView(
                    Long.toString(row.id()),
                    row.occurredAt(),
                    row.actorSubject(),
                    row.actorType(),
                    row.actingFor(),
                    row.roles().isEmpty() ? List.of() : List.of(row.roles().split(",")),
                    row.action(),
                    row.objectType(),
                    row.objectId(),
                    row.ground(),
                    row.details(),
                    row.traceId());
        }
    }
}
