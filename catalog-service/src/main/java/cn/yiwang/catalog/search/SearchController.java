package cn.yiwang.catalog.search;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.catalog.search.report.QueryLog;
import cn.yiwang.catalog.search.word.CodeShape;
import cn.yiwang.catalog.search.word.SearchText;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of items, for everybody. */
@RestController
@Tag(name = "items")
class SearchController {

    private static final int DEEPEST_POSITION = 1000;

    private final ItemIndex index;
    private final SearchFilters filters;
    private final QueryLog log;

    SearchController(ItemIndex index, SearchFilters filters, QueryLog log) {
        this.index = index;
        this.filters = filters;
        this.log = log;
    }

    @Operation(
            summary =
                    "Items by what people say, by pinyin, initials or parts of codes; without a query all items by code",
            description =
                    "With a division only what is carried out there, above it or inside it, the division itself first.")
    @GetMapping("/api/v1/items")
    ItemPage items(
            @RequestParam(required = false) @PlainText(max = 100) @Nullable String query,
            @ParameterObject SearchFilter filter,
            PageRequest page) {
        var shown = filters.of(filter);
        return query == null || query.isBlank() ? byCode(shown, page) : byText(query.strip(), shown, page);
    }

    @Operation(
            summary = "What a text that is being typed may become, by characters, pinyin or initials",
            description = "Only texts that lead to something the filter shows.")
    @GetMapping("/api/v1/item-suggestions")
    Suggested suggestions(
            @RequestParam @PlainText(min = 1, max = 100) String query,
            @ParameterObject SearchFilter filter,
            @RequestParam(defaultValue = "10") @Min(1) @Max(20) int limit) {
        return new Suggested(index.suggest(query, filters.of(filter), limit));
    }

    private ItemPage byCode(ItemFilter filter, PageRequest page) {
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        var found = index.list(filter, after, page.limit() + 1);
        var entries = Page.of(found, page, shown -> Cursor.encode(shown.group().key()))
                .map(shown -> entry(shown, shown.items(), filter, List.of()));
        return new ItemPage(entries.items(), entries.next(), null);
    }

    private ItemPage byText(String text, ItemFilter filter, PageRequest page) {
        var position = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        if (position < 0 || position > DEEPEST_POSITION) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        // Nobody is led to a page that would be refused.
        int more = position + page.limit() > DEEPEST_POSITION ? 0 : 1;
        var found = index.find(text, filter, (int) position, page.limit() + more);
        if (page.after() == null) {
            log.searched(text, found.well() && !found.groups().isEmpty());
        }
        var code = CodeShape.of(SearchText.normalise(text)).orElse("");
        var entries = Page.of(found.groups(), page, shown -> Cursor.encode(position + page.limit()))
                .map(shown -> entry(
                        shown,
                        code.isEmpty() ? shown.items() : shown.itemsWithCodeFirst(code),
                        filter,
                        index.highlights(text, shown.group().representative().name())));
        return new ItemPage(entries.items(), entries.next(), found.didYouMean());
    }

    private Entry entry(Shown shown, List<PublishedItem> items, ItemFilter filter, List<Highlight> highlights) {
        var one = shown.group().representative();
        return new Entry(
                one.code().baseCode().value(),
                one.code().sequence(),
                one.name(),
                highlights,
                Coded.of(one.type()),
                items.stream().map(item -> implementation(item, filter)).toList(),
                shown.count());
    }

    private Implementation implementation(PublishedItem item, ItemFilter filter) {
        return new Implementation(
                item.code().value(),
                item.body(),
                filters.name(item.division()),
                Coded.of(item.level()),
                item.versionOn(filter.day()).orElseThrow());
    }

    /**
     * A page of items.
     *
     * @param next what to send as {@code after} for the next page, null on the last one
     * @param didYouMean another text to search for that was probably meant
     */
    record ItemPage(
            List<Entry> items,
            @Nullable String next,
            @Nullable String didYouMean) {}

    /**
     * One business item, with the bodies that carry it out.
     *
     * @param highlights the parts of the name that say what was searched for, in UTF-16 units
     * @param implementations the citizen's own region first, at most 50
     * @param implementationCount how many there are
     */
    record Entry(
            String baseCode,
            String sequence,
            String name,
            List<Highlight> highlights,
            Coded type,
            List<Implementation> implementations,
            int implementationCount) {}

    /** The business item at one body; {@code version} is the one in force today. */
    record Implementation(String itemCode, Named body, Named division, Coded level, int version) {}

    /** Texts to search for, the likeliest first. */
    record Suggested(List<String> items) {}
}
