package cn.yiwang.catalog.search.synonym;

import cn.yiwang.catalog.search.word.Synonym;
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
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The synonyms of the search. One list serves the whole province, so only its own editors change it. */
@RestController
@RequestMapping("/api/v1/search-synonyms")
@Tag(name = "search")
class SynonymController {

    private static final String READER = "hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')";
    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";
    private static final String PROVINCE = "430000";

    private final EditSynonyms edit;
    private final JdbcSynonyms synonyms;

    SynonymController(EditSynonyms edit, JdbcSynonyms synonyms) {
        this.edit = edit;
        this.synonyms = synonyms;
    }

    @Operation(summary = "The synonyms in the order in which they were added, all or those of one word")
    @GetMapping
    @PreAuthorize(READER)
    Page<SynonymView> list(
            @RequestParam(required = false) @PlainText(min = 1, max = 50) @Nullable String said, PageRequest page) {
        var after = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        var found = synonyms.list(said, after, page.limit() + 1);
        return Page.of(found, page, synonym -> Cursor.encode(synonym.id())).map(SynonymController::view);
    }

    @Operation(summary = "Reads a synonym")
    @GetMapping("/{id}")
    @PreAuthorize(READER)
    ResponseEntity<SynonymView> read(@PathVariable UUID id) {
        return answer(edit.find(id));
    }

    @Operation(summary = "Adds a synonym; within two seconds every instance finds by it")
    @PostMapping
    @PreAuthorize(EDITOR)
    ResponseEntity<SynonymView> add(@Valid @RequestBody SynonymRequest request, IdempotentCall call, Actor actor) {
        return call.run(request, () -> {
            var added = edit.add(request.synonym(), editor(actor));
            return ResponseEntity.created(URI.create("/api/v1/search-synonyms/" + added.publicId()))
                    .eTag(ETags.of(added.version()))
                    .body(view(added));
        });
    }

    @Operation(summary = "Changes a synonym")
    @PutMapping("/{id}")
    @PreAuthorize(EDITOR)
    ResponseEntity<SynonymView> change(
            @PathVariable UUID id, @Valid @RequestBody SynonymRequest request, IfMatch seen, Actor actor) {
        return answer(edit.change(id, request.synonym(), editor(actor), seen.version()));
    }

    @Operation(summary = "Removes a synonym")
    @DeleteMapping("/{id}")
    @PreAuthorize(EDITOR)
    ResponseEntity<Void> remove(@PathVariable UUID id, IfMatch seen, Actor actor) {
        editor(actor);
        edit.remove(id, seen.version());
        return ResponseEntity.noContent().build();
    }

    private static String editor(Actor actor) {
        if (actor.type() != SubjectType.STAFF || !PROVINCE.equals(actor.division())) {
            throw new ProblemException(SynonymProblem.SYNONYMS_OF_THE_PROVINCE);
        }
        return actor.subject();
    }

    private static ResponseEntity<SynonymView> answer(StoredSynonym synonym) {
        return ResponseEntity.ok().eTag(ETags.of(synonym.version())).body(view(synonym));
    }

    private static SynonymView view(StoredSynonym synonym) {
        return new SynonymView(
                synonym.publicId(), synonym.said(), synonym.official(), synonym.editor(), synonym.changedAt());
    }

    /** A word of the people and the official words it stands for. */
    record SynonymRequest(
            @NotNull @PlainText(min = 1, max = 50) String said,
            @NotNull @PlainText(min = 1, max = 100) String official) {

        Synonym synonym() {
            return new Synonym(said.strip(), official.strip());
        }
    }

    /** A synonym; {@code editor} changed it last. */
    record SynonymView(UUID id, String said, String official, String editor, Instant changedAt) {}
}
