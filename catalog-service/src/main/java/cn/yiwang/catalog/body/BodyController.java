package cn.yiwang.catalog.body;

import cn.yiwang.standards.division.Division;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "bodies")
class BodyController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Bodies bodies;
    private final DivisionRegister divisions;

    BodyController(Bodies bodies, DivisionRegister divisions) {
        this.bodies = bodies;
        this.divisions = divisions;
    }

    @Operation(summary = "Bodies that carry out items, in the order of their codes")
    @GetMapping("/bodies")
    ResponseEntity<Page<BodyEntry>> bodies(
            @RequestParam(required = false) @Pattern(regexp = "[0-9]{6}") @Nullable String division, PageRequest page) {
        var rows = bodies.list(division, position(page), page.limit() + 1);
        var found = Page.of(rows, page, body -> Cursor.encode(body.code().value()));
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(found.map(this::entry));
    }

    @Operation(summary = "Administrative divisions in force today (GB/T 2260), in the order of their codes")
    @GetMapping("/divisions")
    ResponseEntity<Page<DivisionEntry>> divisions(
            @RequestParam(required = false) @Pattern(regexp = "[0-9]{6}") @Nullable String parent, PageRequest page) {
        var rows = divisions.list(parent, position(page), page.limit() + 1);
        var found =
                Page.of(rows, page, division -> Cursor.encode(division.code().value()));
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(found.map(BodyController::entry));
    }

    private static @Nullable String position(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        var code = Cursor.decode(page.after(), 1).textAt(0);
        if (!code.matches("[0-9A-Z]{6,18}")) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        return code;
    }

    private BodyEntry entry(Body body) {
        return new BodyEntry(
                body.code().value(),
                body.name(),
                divisions.name(body.division()),
                Coded.of(body.level()),
                body.example());
    }

    private static DivisionEntry entry(Division division) {
        return new DivisionEntry(
                division.code().value(),
                division.name(),
                division.level().name(),
                division.parent() == null ? null : division.parent().value());
    }

    /**
     * A body in the list.
     *
     * @param example whether the code is made up
     */
    record BodyEntry(String code, String name, Named division, Coded level, boolean example) {}

    /** A division in the list; the province has no parent. */
    record DivisionEntry(
            String code,
            String name,
            String level,
            @Nullable String parent) {}
}
