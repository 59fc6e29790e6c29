package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packages of items, for everybody. */
@RestController
@RequestMapping(path = OneThingController.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "one-things")
class OneThingController {

    static final String ROOT = "/api/v1/one-things";
    static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private final OneThings things;
    private final ItemsInForce items;
    private final Clock clock;

    OneThingController(OneThings things, ItemsInForce items, Clock clock) {
        this.things = things;
        this.items = items;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "Packages of items that are done as one, in the order of their codes; the query is part of a name")
    @GetMapping
    Page<Entry> list(@RequestParam(defaultValue = "") @PlainText(max = 50) String query, PageRequest page) {
        var rows = things.published(query.strip(), position(page), page.limit() + 1);
        return Page.of(rows, page, row -> Cursor.encode(row.code())).map(Entry::of);
    }

    @Operation(summary = "A package with its steps, each material once, and the time promised for the whole")
    @GetMapping("/{code}")
    OneThingView read(@PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code, HttpServletResponse response) {
        var found = things.published(code)
                .orElseThrow(() -> new ProblemException(OneThingProblem.ONE_THING_NOT_FOUND, code));
        var inForce = items.on(ChinaTime.today(clock), found.content().itemCodes());
        // The tag is what a withdrawal must have seen. It says nothing of the guides, which change by themselves:
        // nothing
        // may be kept, and nothing is left out because of it.
        response.setHeader(HttpHeaders.ETAG, ETags.of(found.rowVersion()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return OneThingView.of(found.code(), found.version(), found.content(), found.owner(), inForce);
    }

    static String position(PageRequest page) {
        if (page.after() == null) {
            return "";
        }
        var code = Cursor.decode(page.after(), 1).textAt(0);
        if (!code.matches(CODE)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        return code;
    }

    /** A package in the list. */
    @Schema(name = "OneThingEntry")
    record Entry(
            String code,
            int version,
            String name,
            @Nullable String description,
            List<Audience> audiences,
            Named body,
            int items) {

        static Entry of(StoredOneThing stored) {
            var content = stored.content();
            return new Entry(
                    stored.code(),
                    stored.version(),
                    content.name(),
                    content.description(),
                    content.audiences(),
                    stored.owner(),
                    content.steps().size());
        }
    }
}
