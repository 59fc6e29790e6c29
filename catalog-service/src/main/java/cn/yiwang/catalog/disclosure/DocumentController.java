package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.disclosure.PublicDocuments.Filter;
import cn.yiwang.catalog.item.Items;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disclosed documents, for everybody. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "documents")
class DocumentController {

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2999;

    private final PublicDocuments documents;
    private final Items items;
    private final Clock clock;

    DocumentController(PublicDocuments documents, Items items, Clock clock) {
        this.documents = documents;
        this.items = items;
        this.clock = clock;
    }

    @Operation(
            summary = "Disclosed documents (信息公开), those with the latest first day first",
            description =
                    "The query is words of title, number, issuer or text, all of which a document holds. Of a business"
                            + " item also what was disclosed about its base item. from and to bound the first"
                            + " day. With expired=true those whose last day is over and that are not archived yet.")
    @GetMapping("/documents")
    Page<DocumentView.Entry> list(
            @RequestParam(required = false) @PlainText(max = 50) @Nullable String query,
            @RequestParam(required = false) @Nullable DocumentKind kind,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Z]{12}([0-9A-Z]{21})?") @Nullable String item,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Z]{18}") @Nullable String body,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean expired,
            PageRequest page) {
        bounded("from", from);
        bounded("to", to);
        var items = item == null ? null : PublicDocuments.concerning(item);
        var sought = query == null || query.isBlank() ? null : query;
        return shown(new Filter(kind, body, items, from, to, sought, expired), page);
    }

    @Operation(summary = "A disclosed document")
    @GetMapping("/documents/{documentId}")
    ResponseEntity<DocumentView.Public> read(@PathVariable UUID documentId) {
        var document = documents
                .find(documentId)
                .orElseThrow(() -> new ProblemException(DisclosureProblem.DOCUMENT_NOT_FOUND));
        var view = DocumentView.Public.of(document, ChinaTime.today(clock));
        return ResponseEntity.ok()
                // The last day passes without a change of the row.
                .eTag("\"%d-%s\"".formatted(document.rowVersion(), view.inForce()))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(view);
    }

    @Operation(summary = "What was disclosed about an item or its base item and applies today")
    @GetMapping("/items/{itemCode}/documents")
    Page<DocumentView.Entry> ofItem(
            @PathVariable String itemCode,
            @RequestParam(required = false) @Nullable DocumentKind kind,
            PageRequest page) {
        var item = items.find(itemCode)
                .orElseThrow(() -> new ProblemException(DisclosureProblem.ITEM_NOT_FOUND, itemCode));
        return shown(
                new Filter(
                        kind, null, PublicDocuments.concerning(String.valueOf(item.code())), null, null, null, false),
                page);
    }

    private Page<DocumentView.Entry> shown(Filter filter, PageRequest page) {
        var today = ChinaTime.today(clock);
        return documents.list(filter, page).map(document -> DocumentView.Entry.of(document, today));
    }

    private static void bounded(String parameter, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(parameter, "out-of-range", FIRST_YEAR + "-01-01", LAST_YEAR + "-12-31");
        }
    }
}
