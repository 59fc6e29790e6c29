package cn.yiwang.catalog.search;

import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.DivisionRegister;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of items, for everybody. */
@RestController
@Tag(name = "items")
class SearchController {

    private static final int DEEPEST_POSITION = 1000;
    private static final int SHOWN_IMPLEMENTATIONS = 50;

    private final ItemIndex index;
    private final DivisionRegister divisions;
    private final Clock clock;

    SearchController(ItemIndex index, DivisionRegister divisions, Clock clock) {
        this.index = index;
        this.divisions = divisions;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "Items by what people say, by pinyin, initials or parts of codes; without a query all items by code",
            description =
                    "With a division only what is carried out there, above it or inside it, the division itself first.")
    @GetMapping("/api/v1/items")
    Page<Entry> items(
            @RequestParam(required = false) @PlainText(max = 100) @Nullable String query,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String type,
            PageRequest page) {
        var filter = new ItemFilter(ChinaTime.today(clock), region(division), itemType(type));
        return query == null || query.isBlank() ? byCode(filter, page) : byText(query.strip(), filter, page);
    }

    private Page<Entry> byCode(ItemFilter filter, PageRequest page) {
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        var groups = index.list(filter, after, page.limit() + 1);
        return Page.of(groups, page, group -> Cursor.encode(group.key())).map(group -> entry(group, filter, ""));
    }

    private Page<Entry> byText(String text, ItemFilter filter, PageRequest page) {
        var position = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        if (position < 0 || position > DEEPEST_POSITION) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        var groups = index.find(text, filter, (int) position, page.limit() + 1);
        var code = CodeShape.of(SearchText.normalise(text)).orElse("");
        return Page.of(groups, page, group -> Cursor.encode(position + page.limit()))
                .map(group -> entry(group, filter, code));
    }

    private Entry entry(ItemGroup group, ItemFilter filter, String code) {
        var shown = group.items().stream()
                .filter(filter::shows)
                .sorted(Comparator.<PublishedItem, Boolean>comparing(
                                item -> code.isEmpty() || !item.code().value().startsWith(code))
                        .thenComparing(filter::distance)
                        .thenComparing(item -> item.division().value())
                        .thenComparing(item -> item.code().value()))
                .toList();
        var one = group.representative();
        return new Entry(
                one.code().baseCode().value(),
                one.code().sequence(),
                one.name(),
                Coded.of(one.type()),
                shown.stream()
                        .limit(SHOWN_IMPLEMENTATIONS)
                        .map(item -> implementation(item, filter))
                        .toList(),
                shown.size());
    }

    private Implementation implementation(PublishedItem item, ItemFilter filter) {
        return new Implementation(
                item.code().value(),
                item.body(),
                divisions.name(item.division()),
                Coded.of(item.level()),
                item.versionOn(filter.day()).orElseThrow());
    }

    private @Nullable DivisionCode region(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return divisions.find(code).orElseThrow(() -> invalid("division")).code();
    }

    private static @Nullable ItemType itemType(@Nullable String code) {
        if (code == null) {
            return null;
        }
        for (var type : ItemType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw invalid("type");
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(CommonProblem.INVALID_REQUEST).at(parameter, "invalid-value");
    }

    /**
     * One business item, with the bodies that carry it out.
     *
     * @param implementations the citizen's own region first, at most 50
     * @param implementationCount how many there are
     */
    record Entry(
            String baseCode,
            String sequence,
            String name,
            Coded type,
            List<Implementation> implementations,
            int implementationCount) {}

    /** The business item at one body; {@code version} is the one in force today. */
    record Implementation(String itemCode, Named body, Named division, Coded level, int version) {}
}
