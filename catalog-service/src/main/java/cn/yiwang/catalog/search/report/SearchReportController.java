package cn.yiwang.catalog.search.report;

import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people open of what they find, and what the search fails to answer. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "search")
class SearchReportController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final int USUAL_DAYS = 30;
    private static final int SHORTEST_LIMIT = 1;
    private static final int LONGEST_LIMIT = 100;

    private final QueryLog log;
    private final JdbcSearchCounts counts;
    private final Clock clock;

    SearchReportController(QueryLog log, JdbcSearchCounts counts, Clock clock) {
        this.log = log;
        this.counts = counts;
        this.clock = clock;
    }

    @Operation(
            summary = "Says that a result of a search was opened; nothing of the caller is kept",
            description = "Counted per text and day. Texts that may hold a person's number are not counted at all.")
    @PostMapping("/search-clicks")
    ResponseEntity<Void> clicked(@Valid @RequestBody ClickRequest click) {
        if (!BusinessItemCode.isValid(click.itemCode())) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/itemCode", "invalid-value");
        }
        log.clicked(click.query());
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "What people search for without finding or opening anything, the most frequent first",
            description =
                    "Of the last 30 days when none are given; texts searched for less than three times are left out.")
    @GetMapping("/search-reports")
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')")
    SearchReport report(
            @RequestParam SearchReport.Kind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") @Min(SHORTEST_LIMIT) @Max(LONGEST_LIMIT) int limit) {
        demandBearable("from", from);
        demandBearable("to", to);
        var last = to == null ? ChinaTime.today(clock) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (first.isAfter(last) || first.isBefore(last.minusDays(ForgetOldSearches.KEPT_DAYS))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(
                            "from",
                            "out-of-range",
                            last.minusDays(ForgetOldSearches.KEPT_DAYS).toString(),
                            last.toString());
        }
        var lines =
                switch (kind) {
                    case WITHOUT_RESULT -> counts.withoutResult(first, last, SearchReport.FEWEST, limit);
                    case FEW_CLICKS -> counts.fewClicks(first, last, SearchReport.FEWEST, limit);
                };
        return new SearchReport(kind, first, last, lines);
    }

    /** Far enough from the ends of time to count days from there. */
    private static void demandBearable(String parameter, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(parameter, "out-of-range", FIRST_YEAR + "-01-01", LAST_YEAR + "-12-31");
        }
    }

    /** The text that was searched for, and the item that was opened. */
    record ClickRequest(
            @NotNull @PlainText(min = 1, max = 100) String query,
            @NotNull @PlainText(min = 1, max = 33) String itemCode) {}
}
