package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.Implementations.Implementation;
import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.standard.Deviation;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.ServiceLevel;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Implementations (实施编码) of base items by bodies, and the business items (业务办理项编码) below them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "base-items")
class ImplementationController {

    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";

    private final BaseItems bases;
    private final Implementations implementations;
    private final EnterImplementation enter;
    private final RecordDeviations record;

    ImplementationController(
            BaseItems bases, Implementations implementations, EnterImplementation enter, RecordDeviations record) {
        this.bases = bases;
        this.implementations = implementations;
        this.enter = enter;
        this.record = record;
    }

    @Operation(summary = "An implementation: what it inherits from the standard, and where it differs and why")
    @GetMapping("/implementations/{code}")
    ResponseEntity<ImplementationView> read(@PathVariable String code) {
        return answer(implementations
                .find(code)
                .orElseThrow(() -> new ProblemException(StandardProblem.IMPLEMENTATION_NOT_FOUND, code)));
    }

    @Operation(
            summary = "Records where an implementation differs from the standard and why; for editors of the province",
            description = """
                    Takes the place of what was on record. A guide that differs from the standard without a reason on record cannot \
                    be published; the published ones are judged again.""")
    @PutMapping("/implementations/{code}/deviations")
    @PreAuthorize(EDITOR)
    ResponseEntity<ImplementationView> differ(
            @PathVariable String code, @Valid @RequestBody DeviationsRequest request, IfMatch seen, Actor actor) {
        return answer(record.record(code, request.deviations(), actor, seen.version()));
    }

    private ResponseEntity<ImplementationView> answer(Implementation found) {
        return ResponseEntity.ok()
                .eTag(ETags.of(found.rowVersion()))
                .cacheControl(CacheControl.noCache())
                .body(view(found));
    }

    private ImplementationView view(Implementation found) {
        var code = found.code().value();
        var base = bases.find(found.code().baseCode().value()).orElseThrow();
        var deviations = implementations.deviations(found);
        return new ImplementationView(
                code,
                base.code().value(),
                deviations.stream()
                        .filter(deviation -> deviation.aspect() == Aspect.NAME)
                        .findFirst()
                        .map(Deviation::value)
                        .orElse(base.name()),
                Coded.of(base.code().type()),
                Coded.of(found.code().level()),
                new Named(found.code().body().value(), found.bodyName()),
                found.authoritySource() == null
                        ? null
                        : AuthoritySource.ofCode(found.authoritySource())
                                .map(AuthoritySource::coded)
                                .orElseThrow(),
                bases.inForce(base).map(BaseItems.Version::standard).orElse(null),
                deviations,
                implementations.itemCodes(found),
                found.endedOn(),
                bases.successors(code));
    }

    @Operation(summary = "Enters that a body carries a base item out; for editors of the province")
    @PostMapping("/base-items/{code}/implementations")
    @PreAuthorize(EDITOR)
    ResponseEntity<CodeView> enter(
            @PathVariable String code,
            @Valid @RequestBody ImplementationRequest request,
            IdempotentCall call,
            Actor actor) {
        return call.run(
                request,
                () -> created(
                        "/api/v1/implementations/",
                        enter.enter(
                                        code,
                                        request.body(),
                                        ServiceLevel.ofCode(request.level()),
                                        AuthoritySource.ofCode(request.authoritySource())
                                                .orElseThrow(),
                                        request.deviations(),
                                        actor)
                                .value()));
    }

    @Operation(summary = "Enters a business item under an implementation; for editors of the province")
    @PostMapping("/implementations/{code}/items")
    @PreAuthorize(EDITOR)
    ResponseEntity<CodeView> enterItem(
            @PathVariable String code,
            @Valid @RequestBody BusinessItemRequest request,
            IdempotentCall call,
            Actor actor) {
        return call.run(
                request,
                () -> created(
                        "/api/v1/items/",
                        enter.enterItem(code, request.sequence(), request.name(), actor)
                                .value()));
    }

    private static ResponseEntity<CodeView> created(String path, String code) {
        return ResponseEntity.created(URI.create(path + code)).body(new CodeView(code));
    }

    /** All differences that are to be on record. */
    record DeviationsRequest(@NotNull @Size(max = 7) List<@NotNull @Valid Deviation> deviations) {}

    /** Which body carries the base item out, at which level and by which authority (权力来源), and where it differs. */
    record ImplementationRequest(
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String body,
            @NotNull @Pattern(regexp = "[1-6]") String level,
            @NotNull @Pattern(regexp = "[1-6]") String authoritySource,
            @NotNull @Size(max = 7) List<@NotNull @Valid Deviation> deviations) {}

    /** The two digits that tell a first licence, a change, a renewal apart, and the name. */
    record BusinessItemRequest(
            @NotNull @Pattern(regexp = "(?!00)[0-9]{2}") String sequence,
            @NotNull @PlainText(min = 1, max = 200) String name) {}

    /** The code that was built. */
    record CodeView(String code) {}

    /**
     * An implementation.
     *
     * @param standard what it inherits; absent where the base item has no published standard
     * @param items the business items below it
     * @param endedOn the first day on which the code is out of use
     */
    record ImplementationView(
            String code,
            String baseCode,
            String name,
            Coded type,
            Coded level,
            Named body,
            @Nullable Coded authoritySource,
            @Nullable Standard standard,
            List<Deviation> deviations,
            List<String> items,
            @Nullable LocalDate endedOn,
            List<String> successors) {}
}
