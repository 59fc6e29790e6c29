package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.quality.QualityReport.Filter;
import cn.yiwang.catalog.quality.QualityReport.OfBody;
import cn.yiwang.catalog.quality.QualityReport.Row;
import cn.yiwang.catalog.rule.Severity;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the guides are, for those who write, publish and supervise them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "quality")
class QualityController {

    private static final String STAFF = "hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER', 'SUPERVISOR')";

    private final QualityReport report;
    private final RuleTexts texts;

    QualityController(QualityReport report, RuleTexts texts) {
        this.report = report;
        this.texts = texts;
    }

    @Operation(summary = "How well the published guides of each body keep the rules, in the order of the bodies' codes")
    @GetMapping("/guide-quality")
    @PreAuthorize(STAFF)
    Page<OfBody> quality(PageRequest page, Actor actor) {
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        if (!after.matches("[0-9A-Z]{0,18}")) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        return Page.of(
                report.bodies(confinedTo(actor), after, page.limit() + 1),
                page,
                body -> Cursor.encode(body.bodyCode()));
    }

    @Operation(summary = "What the rules hold against published guides, oldest first: what, where, and how to mend it")
    @GetMapping("/guide-findings")
    @PreAuthorize(STAFF)
    Page<FindingView> findings(
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Z]{18}") @Nullable String body,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,59}") @Nullable String law,
            PageRequest page,
            Actor actor,
            Locale wished) {
        var own = confinedTo(actor);
        if (own != null && body != null && !own.equals(body)) {
            throw new ProblemException(QualityProblem.FINDINGS_OF_ANOTHER_BODY);
        }
        var after = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        var rows = report.findings(new Filter(own == null ? body : own, severity, law), after, page.limit() + 1);
        return Page.of(rows, page, row -> Cursor.encode(row.id())).map(row -> view(row, wished));
    }

    /** The body whose guides the caller may see; null for all, which are the province's and the supervisors'. */
    private static @Nullable String confinedTo(Actor actor) {
        return actor.has(Role.SUPERVISOR) ? null : CatalogRights.confinedTo(actor);
    }

    private FindingView view(Row row, Locale wished) {
        var overridden = row.rule().severity() == Severity.UNCONFIRMED ? row.note() : null;
        return new FindingView(
                row.bodyCode(),
                row.itemCode(),
                row.itemName(),
                row.version(),
                row.rule().textKey(),
                row.rule().severity(),
                row.pointer(),
                texts.of(row.rule(), row.arguments(), wished),
                row.law(),
                overridden,
                row.foundAt());
    }

    /**
     * A finding.
     *
     * @param code the rule
     * @param pointer where
     * @param detail what is wrong, and how to mend it
     * @param law the law of the register that it is about
     * @param overriddenBy the reason on record for which the unconfirmed was published all the same
     */
    record FindingView(
            String bodyCode,
            String itemCode,
            String itemName,
            int version,
            String code,
            Severity severity,
            String pointer,
            String detail,
            @Nullable String law,
            @Nullable String overriddenBy,
            Instant foundAt) {}
}
