package cn.yiwang.catalog.directory;

import cn.yiwang.catalog.body.DivisionRegister;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.catalog.directory.NegativeList.Kind;
import cn.yiwang.catalog.directory.NegativeList.Line;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.division.Division;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is prohibited or restricted (负面清单): read by everybody, written by publishers of the province. */
@RestController
@RequestMapping("/api/v1/directories/negative-list")
@Tag(name = "directories")
class NegativeListController {

    private static final String CODE = "[0-9A-Z-]{1,20}";

    private final NegativeList list;
    private final DivisionRegister divisions;
    private final AuditTrail audit;
    private final Clock clock;

    NegativeListController(NegativeList list, DivisionRegister divisions, AuditTrail audit, Clock clock) {
        this.list = list;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(
            summary = "What is prohibited or restricted today, in the order of the entries' codes",
            description = "For a division: its own entries and those of the divisions above it, which bind it too.")
    @GetMapping
    Page<EntryView> list(
            @RequestParam(required = false) @Pattern(regexp = "[0-9]{6}") @Nullable String division, PageRequest page) {
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        if (!after.matches("[0-9A-Z-]{0,20}")) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        var lines = list.list(withThoseAbove(division), ChinaTime.today(clock), after, page.limit() + 1);
        return Page.of(lines, page, line -> Cursor.encode(line.code())).map(this::view);
    }

    private List<String> withThoseAbove(@Nullable String division) {
        var bound = new ArrayList<String>();
        for (var next = division; next != null; ) {
            bound.add(next);
            next = divisions
                    .find(next)
                    .map(Division::parent)
                    .map(DivisionCode::value)
                    .orElse(null);
        }
        return bound;
    }

    @Operation(summary = "An entry of the negative list by its code, also one that was removed")
    @GetMapping("/{code}")
    ResponseEntity<EntryView> read(@PathVariable @Pattern(regexp = CODE) String code) {
        return answer(ResponseEntity.ok(), find(code));
    }

    @Operation(summary = "Takes an entry off the negative list from a day on; for publishers of the province")
    @PostMapping("/{code}/removals")
    @PreAuthorize("hasRole('CATALOG_PUBLISHER')")
    ResponseEntity<EntryView> remove(
            @PathVariable @Pattern(regexp = CODE) String code,
            @Valid @RequestBody RemovalRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        requireProvince(actor);
        DayRange.requireAhead("/from", request.from(), ChinaTime.today(clock));
        return call.run(new RemovalCall(request, seen.version()), () -> {
            var line = find(code);
            if (!line.reaches(request.from())) {
                throw new ProblemException(DirectoryProblem.NEGATIVE_LIST_ENTRY_ENDED, code);
            }
            list.remove(code, request.from().minusDays(1), request.basis(), seen.version());
            audit.record(new AuditEntry(
                    "remove-negative-list",
                    "negative-list-entry",
                    code,
                    request.basis(),
                    Map.of("from", request.from().toString())));
            return answer(ResponseEntity.created(place(code)), find(code));
        });
    }

    private Line find(String code) {
        return list.find(code)
                .orElseThrow(() -> new ProblemException(DirectoryProblem.NEGATIVE_LIST_ENTRY_NOT_FOUND, code));
    }

    private ResponseEntity<EntryView> answer(ResponseEntity.BodyBuilder answer, Line line) {
        return answer.eTag(ETags.of(line.rowVersion())).body(view(line));
    }

    private static URI place(String code) {
        return URI.create("/api/v1/directories/negative-list/" + code);
    }

    private static void requireProvince(Actor actor) {
        if (!CatalogRights.isProvincial(actor)) {
            throw new ProblemException(DirectoryProblem.NEGATIVE_LIST_BY_THE_PROVINCE);
        }
    }

    @Operation(summary = "Enters something prohibited or restricted; for publishers of the province")
    @PostMapping
    @PreAuthorize("hasRole('CATALOG_PUBLISHER')")
    ResponseEntity<EntryView> enter(@Valid @RequestBody EntryRequest request, IdempotentCall call, Actor actor) {
        requireProvince(actor);
        if (divisions.find(request.division()).isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/division", "invalid-value");
        }
        DayRange.require("/effectiveFrom", request.effectiveFrom());
        if (request.effectiveTo() != null) {
            DayRange.require("/effectiveTo", request.effectiveTo());
        }
        if (request.effectiveTo() != null && request.effectiveTo().isBefore(request.effectiveFrom())) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/effectiveTo", "invalid-value");
        }
        return call.run(request, () -> {
            var line = new Line(
                    request.code(),
                    request.title(),
                    request.kind(),
                    request.measure(),
                    request.basis(),
                    request.division(),
                    request.effectiveFrom(),
                    request.effectiveTo(),
                    null,
                    1);
            try {
                list.add(line);
            } catch (DuplicateKeyException e) {
                throw new ProblemException(DirectoryProblem.NEGATIVE_LIST_ENTRY_EXISTS, request.code());
            }
            audit.record(new AuditEntry(
                    "enter-negative-list", "negative-list-entry", request.code(), request.basis(), Map.of()));
            return answer(ResponseEntity.created(place(request.code())), line);
        });
    }

    private EntryView view(Line line) {
        return new EntryView(
                line.code(),
                line.title(),
                line.kind(),
                line.measure(),
                line.basis(),
                divisions.name(new DivisionCode(line.division())),
                line.effectiveFrom(),
                line.effectiveTo(),
                line.removalBasis());
    }

    /** The first day on which the entry does not apply any more, and the document that takes it off the list. */
    record RemovalRequest(
            @NotNull LocalDate from,
            @NotNull @PlainText(min = 1, max = 500) String basis) {}

    private record RemovalCall(RemovalRequest request, long seenVersion) {}

    /** An entry of the list; the code is the list's own. */
    record EntryRequest(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull @PlainText(min = 1, max = 300) String title,
            @NotNull Kind kind,

            @NotNull @PlainText(min = 1, max = 1000, lines = true)
            String measure,

            @NotNull @PlainText(min = 1, max = 500) String basis,
            @NotNull @Pattern(regexp = "[0-9]{6}") String division,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}

    /** An entry as everybody reads it; {@code removalBasis} is the document that took it off the list. */
    record EntryView(
            String code,
            String title,
            Kind kind,
            String measure,
            String basis,
            Named division,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String removalBasis) {}
}
