package cn.yiwang.catalog.baseitem;

import cn.yiwang.catalog.baseitem.BaseItems.BaseItem;
import cn.yiwang.catalog.baseitem.BaseItems.Version;
import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Base items (基本编码) and their standards. */
@RestController
@RequestMapping("/api/v1/base-items")
@Tag(name = "base-items")
class BaseItemController {

    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";

    private final BaseItems items;
    private final SetStandard standards;

    BaseItemController(BaseItems items, SetStandard standards) {
        this.items = items;
        this.standards = standards;
    }

    @Operation(summary = "A base item with the standard in force; an ended one names its successors")
    @GetMapping("/{code}")
    BaseItemView read(@PathVariable String code) {
        var item = find(code);
        var inForce = items.inForce(item);
        return new BaseItemView(
                code,
                item.name(),
                Coded.of(item.code().type()),
                item.endedOn(),
                items.successors(code),
                inForce.map(Version::version).orElse(null),
                inForce.map(Version::standard).orElse(null));
    }

    @Operation(summary = "Enters a base item with the first draft of its standard; for editors of the province")
    @PostMapping
    @PreAuthorize(EDITOR)
    ResponseEntity<StandardView> create(@Valid @RequestBody BaseItemRequest request, IdempotentCall call, Actor actor) {
        if (!BaseCode.isValid(request.code())) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/code", "invalid-value");
        }
        return call.run(
                request,
                () -> created(
                        request.code(), standards.create(new BaseCode(request.code()), request.standard(), actor)));
    }

    @Operation(summary = "Opens the draft of a base item's next standard; for editors of the province")
    @PostMapping("/{code}/standards")
    @PreAuthorize(EDITOR)
    ResponseEntity<StandardView> open(
            @PathVariable String code, @Valid @RequestBody StandardRequest request, IdempotentCall call, Actor actor) {
        return call.run(request, () -> created(code, standards.open(code, request.standard(), actor)));
    }

    @Operation(summary = "Reads a version of a standard, drafts too")
    @GetMapping("/{code}/standards/{version}")
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')")
    ResponseEntity<StandardView> read(@PathVariable String code, @PathVariable int version) {
        var found = items.find(find(code), version)
                .orElseThrow(() -> new ProblemException(StandardProblem.STANDARD_NOT_FOUND, code));
        return answer(ResponseEntity.ok(), code, found);
    }

    @Operation(summary = "Rewrites the draft of a standard; for editors of the province")
    @PutMapping("/{code}/standards/{version}")
    @PreAuthorize(EDITOR)
    ResponseEntity<StandardView> rewrite(
            @PathVariable String code,
            @PathVariable int version,
            @Valid @RequestBody StandardRequest request,
            IfMatch seen,
            Actor actor) {
        return answer(
                ResponseEntity.ok(), code, standards.rewrite(code, version, request.standard(), actor, seen.version()));
    }

    @Operation(summary = "Puts a standard in force; for publishers of the province who did not write on it")
    @PostMapping("/{code}/standards/{version}/publications")
    @PreAuthorize("hasRole('CATALOG_PUBLISHER')")
    ResponseEntity<StandardView> publish(
            @PathVariable String code, @PathVariable int version, IfMatch seen, IdempotentCall call, Actor actor) {
        return call.run(seen.version(), () -> created(code, standards.publish(code, version, actor, seen.version())));
    }

    private BaseItem find(String code) {
        return items.find(code).orElseThrow(() -> new ProblemException(StandardProblem.BASE_ITEM_NOT_FOUND, code));
    }

    private static ResponseEntity<StandardView> created(String code, Version version) {
        return answer(
                ResponseEntity.created(
                        URI.create("/api/v1/base-items/%s/standards/%d".formatted(code, version.version()))),
                code,
                version);
    }

    private static ResponseEntity<StandardView> answer(
            ResponseEntity.BodyBuilder answer, String code, Version version) {
        return answer.eTag(ETags.of(version.rowVersion()))
                .body(new StandardView(code, version.version(), version.status(), version.standard()));
    }

    /** A base code of twelve characters, and the standard to begin with. */
    record BaseItemRequest(
            @NotNull @Pattern(regexp = "[0-9A-Z]{12}") String code,
            @NotNull @Valid Standard standard) {}

    /** The standard to keep as a draft. */
    record StandardRequest(@NotNull @Valid Standard standard) {}

    /** A version of a standard. */
    record StandardView(String baseCode, int version, StandardStatus status, Standard standard) {}

    /**
     * A base item.
     *
     * @param endedOn the first day on which the code is out of use
     * @param successors the codes that follow it
     * @param standard the standard in force; absent where none was published yet
     */
    record BaseItemView(
            String code,
            String name,
            Coded type,
            @Nullable LocalDate endedOn,
            List<String> successors,
            @Nullable Integer standardVersion,
            @Nullable Standard standard) {}
}
