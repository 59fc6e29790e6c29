package cn.yiwang.catalog.law;

import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register, read by everybody and kept by the province's editors: an entry binds the guides of every body. */
@RestController
@RequestMapping("/api/v1/laws")
@Tag(name = "laws")
class LawController {

    private static final String PROVINCE = "430000";

    private final JdbcLaws laws;
    private final KeepLaws keep;

    LawController(JdbcLaws laws, KeepLaws keep) {
        this.laws = laws;
        this.keep = keep;
    }

    @Operation(summary = "Laws and regulations that guides rest on, in the order of their ids")
    @GetMapping
    Page<LawEntry> list(
            @RequestParam(required = false) @PlainText(min = 1, max = 100) @Nullable String query,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate inForceOn,
            PageRequest page) {
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        List<Law> found = laws.book().laws().stream()
                .sorted(Comparator.comparing(Law::id))
                .filter(law -> law.id().compareTo(after) > 0)
                .filter(law -> query == null || law.citation().contains(query))
                .filter(law -> inForceOn == null || law.isInForce(inForceOn))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page, law -> Cursor.encode(law.id())).map(LawEntry::of);
    }

    @Operation(summary = "A law with its articles and the limits that it sets")
    @GetMapping("/{lawId}")
    ResponseEntity<Law> read(@PathVariable @Pattern(regexp = Law.ID) String lawId) {
        var entry = laws.find(lawId).orElseThrow(() -> new ProblemException(LawProblem.LAW_NOT_FOUND, lawId));
        return ResponseEntity.ok()
                .eTag(ETags.of(entry.rowVersion()))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(entry.law());
    }

    @Operation(summary = "Enters a law; editors of the province")
    @PostMapping
    @PreAuthorize("hasRole('CATALOG_EDITOR')")
    ResponseEntity<Law> add(@Valid @RequestBody Law law, IdempotentCall call, Actor actor) {
        requireProvince(actor);
        DayRange.require("/inForceFrom", law.inForceFrom());
        if (law.repealedFrom() != null) {
            DayRange.require("/repealedFrom", law.repealedFrom());
        }
        return call.run(law, () -> {
            var entry = keep.add(law);
            return ResponseEntity.created(URI.create("/api/v1/laws/" + law.id()))
                    .eTag(ETags.of(entry.rowVersion()))
                    .body(entry.law());
        });
    }

    @Operation(
            summary =
                    "Records that a law no longer applies; every guide that cites it is found out; editors of the province")
    @PostMapping("/{lawId}/repeals")
    @PreAuthorize("hasRole('CATALOG_EDITOR')")
    ResponseEntity<Law> repeal(
            @PathVariable @Pattern(regexp = Law.ID) String lawId,
            @Valid @RequestBody RepealRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        requireProvince(actor);
        DayRange.require("/repealedFrom", request.repealedFrom());
        return call.run(new RepealCall(request, seen.version()), () -> {
            var entry =
                    keep.repeal(lawId, request.repealedFrom(), request.replacedBy(), request.ground(), seen.version());
            return ResponseEntity.created(URI.create("/api/v1/laws/" + lawId))
                    .eTag(ETags.of(entry.rowVersion()))
                    .body(entry.law());
        });
    }

    private static void requireProvince(Actor actor) {
        if (actor.type() != SubjectType.STAFF || !PROVINCE.equals(actor.division())) {
            throw new ProblemException(LawProblem.LAW_REGISTER_OF_THE_PROVINCE);
        }
    }

    /**
     * A repeal.
     *
     * @param repealedFrom the first day on which the law no longer applies
     * @param ground the text that repeals it
     */
    record RepealRequest(
            @NotNull LocalDate repealedFrom,
            @Pattern(regexp = Law.ID) @Nullable String replacedBy,
            @NotNull @PlainText(min = 1, max = 500) String ground) {}

    private record RepealCall(RepealRequest request, long seenVersion) {}

    /** A law in the list, without its articles. */
    record LawEntry(
            String id,
            String title,
            @Nullable String documentNumber,
            Law.Kind kind,
            LocalDate inForceFrom,
            @Nullable LocalDate repealedFrom,
            @Nullable String replacedBy,
            boolean confirmed) {

        static LawEntry of(Law law) {
            return new LawEntry(
                    law.id(),
                    law.title(),
                    law.documentNumber(),
                    law.kind(),
                    law.inForceFrom(),
                    law.repealedFrom(),
                    law.replacedBy(),
                    law.confirmed());
        }
    }
}
