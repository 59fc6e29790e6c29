package cn.yiwang.catalog.directory;

import cn.yiwang.catalog.baseitem.AuthoritySource;
import cn.yiwang.catalog.body.Coded;
import cn.yiwang.catalog.body.DivisionRegister;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.directory.DirectoryLists.Line;
import cn.yiwang.catalog.directory.DirectoryLists.Question;
import cn.yiwang.catalog.standard.Standard;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The lists of what bodies may and must do, for everybody. */
@RestController
@Tag(name = "directories")
class DirectoryController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DirectoryLists lists;
    private final DivisionRegister divisions;
    private final Clock clock;

    DirectoryController(DirectoryLists lists, DivisionRegister divisions, Clock clock) {
        this.lists = lists;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** The lists that are made of implementations. */
    enum Kind {
        /** 权力清单. */
        POWERS,
        /** 责任清单: the powers, with what the bodies have to do and who answers for it. */
        DUTIES,
        /** 公共服务事项目录. */
        PUBLIC_SERVICES;

        static Kind of(String path) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(path))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        }
    }

    @Operation(
            summary = "Powers, duties or public services of the bodies, in the order of their codes",
            description = "kind is powers (权力清单), duties (责任清单) or public-services (公共服务事项目录).")
    @GetMapping("/api/v1/directories/{kind}")
    Page<Entry> list(
            @PathVariable String kind,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Z]{18}") @Nullable String body,
            @RequestParam(required = false) @Pattern(regexp = "[0-9]{6}") @Nullable String division,
            @RequestParam(required = false) @Nullable String type,
            PageRequest page) {
        var asked = Kind.of(kind);
        if (type != null
                && Arrays.stream(ItemType.values())
                        .noneMatch(known -> known.code().equals(type))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("type", "invalid-value");
        }
        var after = page.after() == null ? "" : Cursor.decode(page.after(), 1).textAt(0);
        if (!after.matches("[0-9A-Z]{0,31}")) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        var question = new Question(asked == Kind.PUBLIC_SERVICES, type, body, division, ChinaTime.today(clock));
        var lines = lists.list(question, after, page.limit() + 1);
        return Page.of(lines, page, line -> Cursor.encode(line.code().value())).map(line -> entry(line, asked));
    }

    private Entry entry(Line line, Kind kind) {
        var standard =
                line.standard() == null || kind != Kind.DUTIES ? null : JSON.readValue(line.standard(), Standard.class);
        return new Entry(
                line.code().value(),
                line.baseCode().value(),
                line.name(),
                Coded.of(line.baseCode().type()),
                Coded.of(line.code().level()),
                new Named(line.bodyCode(), line.bodyName()),
                divisions.name(new DivisionCode(line.division())),
                line.authoritySource() == null
                        ? null
                        : AuthoritySource.ofCode(line.authoritySource())
                                .map(AuthoritySource::coded)
                                .orElseThrow(),
                standard == null ? List.of() : standard.duties(),
                standard == null ? List.of() : standard.accountable());
    }

    /**
     * A base item at one body.
     *
     * @param authoritySource 权力来源; absent where nobody recorded it yet
     * @param duties 责任事项, in the list of duties only
     * @param accountable 追责对象, in the list of duties only
     */
    @Schema(name = "DirectoryEntry")
    record Entry(
            String code,
            String baseCode,
            String name,
            Coded type,
            Coded level,
            Named body,
            Named division,
            @Nullable Coded authoritySource,
            List<Standard.Duty> duties,
            List<Standard.Accountable> accountable) {}
}
