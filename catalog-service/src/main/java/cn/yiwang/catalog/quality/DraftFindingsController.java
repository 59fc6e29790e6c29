package cn.yiwang.catalog.quality;

import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.item.GuideJson;
import cn.yiwang.catalog.rule.Finding;
import cn.yiwang.catalog.rule.GuideExamination;
import cn.yiwang.catalog.rule.Severity;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules tried on a draft before anybody publishes it. */
@RestController
@RequestMapping("/api/v1/items/{itemCode}/drafts/{version}/findings")
@Tag(name = "drafts")
class DraftFindingsController {

    private final GuideChecks checks;
    private final GuideExamination examination;
    private final RuleTexts texts;
    private final Clock clock;

    DraftFindingsController(GuideChecks checks, GuideExamination examination, RuleTexts texts, Clock clock) {
        this.checks = checks;
        this.examination = examination;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(
            summary = "What the rules would hold against a draft if it applied from a day on, today when none is given")
    @GetMapping
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')")
    List<DraftFinding> findings(
            @PathVariable String itemCode,
            @PathVariable int version,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveFrom,
            Actor actor,
            Locale wished) {
        var draft = BusinessItemCode.isValid(itemCode)
                ? checks.openVersion(itemCode, version).orElse(null)
                : null;
        if (draft == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        var own = CatalogRights.confinedTo(actor);
        if (own != null && !own.equals(draft.bodyCode())) {
            throw new ProblemException(QualityProblem.FINDINGS_OF_ANOTHER_BODY);
        }
        var today = ChinaTime.today(clock);
        var day = effectiveFrom == null ? today : effectiveFrom;
        DayRange.require("effectiveFrom", day);
        return examination.ofDraft(draft.item(), GuideJson.read(draft.guide()), day, today).stream()
                .map(finding -> view(finding, wished))
                .toList();
    }

    private DraftFinding view(Finding finding, Locale wished) {
        return new DraftFinding(
                finding.rule().textKey(),
                finding.severity(),
                finding.pointer(),
                texts.of(finding.rule(), finding.arguments(), wished),
                finding.law());
    }

    /** A finding on a draft: the rule, where, what is wrong and how to mend it, and the law it is about. */
    record DraftFinding(
            String code,
            Severity severity,
            String pointer,
            String detail,
            @Nullable String law) {}
}
