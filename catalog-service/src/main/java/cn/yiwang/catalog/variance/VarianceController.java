package cn.yiwang.catalog.variance;

import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The report on one base item across the bodies, for the staff of the catalog and for supervisors. */
@RestController
@Tag(name = "base-items")
class VarianceController {

    private static final int MOST_OFFERS = 5_000;

    private final Offers offers;
    private final Clock clock;

    VarianceController(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Operation(
            summary = "Where the bodies that carry out a base item differ today, from each other or from the standard",
            description = "A reason stands beside a value that an implementation justified.")
    @GetMapping("/api/v1/base-items/{code}/variances")
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER', 'SUPERVISOR')")
    Report report(@PathVariable String code) {
        if (!BaseCode.isValid(code) || !offers.knows(code)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        var found = offers.inForce(code, ChinaTime.today(clock), MOST_OFFERS + 1);
        var prescribed = offers.standard(code).map(GuideAspects::ofStandard).orElse(Map.of());
        return new Report(
                code,
                Math.min(found.size(), MOST_OFFERS),
                found.size() <= MOST_OFFERS,
                Variance.among(found, prescribed));
    }

    /**
     * The report.
     *
     * @param guides how many guides were compared
     * @param complete whether these were all
     */
    @Schema(name = "VarianceReport")
    record Report(String baseCode, int guides, boolean complete, List<Variance> variances) {}
}
