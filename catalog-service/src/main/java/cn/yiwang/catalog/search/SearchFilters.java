package cn.yiwang.catalog.search;

import cn.yiwang.catalog.body.DivisionRegister;
import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Handling.OnlineDepth;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for and refuses what does not exist. */
@Component
class SearchFilters {

    private static final Pattern THEME = Pattern.compile("[0-9]{3}");

    private final DivisionRegister divisions;
    private final Clock clock;
    private final Map<DivisionCode, Named> names = new ConcurrentHashMap<>();

    SearchFilters(DivisionRegister divisions, Clock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    ItemFilter of(SearchFilter asked) {
        return new ItemFilter(
                ChinaTime.today(clock),
                region(asked.division()),
                one("type", ItemType.values(), asked.type(), type -> type.code().equals(asked.type())),
                body(asked.body()),
                one("level", ServiceLevel.values(), asked.level(), level -> level.code()
                        .equals(asked.level())),
                one("audience", Audience.values(), asked.audience(), served -> served.name()
                        .equals(asked.audience())),
                theme(asked.theme()),
                one("onlineDepth", OnlineDepth.values(), asked.onlineDepth(), depth -> depth.name()
                        .equals(asked.onlineDepth())));
    }

    /** The name of a division; the register keeps it for good. */
    Named name(DivisionCode division) {
        return names.computeIfAbsent(division, divisions::name);
    }

    private @Nullable DivisionCode region(@Nullable String code) {
        return code == null
                ? null
                : divisions.find(code).orElseThrow(() -> invalid("division")).code();
    }

    private static @Nullable String body(@Nullable String code) {
        if (code != null && !CreditCode.isValid(code)) {
            throw invalid("body");
        }
        return code;
    }

    private static @Nullable String theme(@Nullable String code) {
        if (code != null && !THEME.matcher(code).matches()) {
            throw invalid("theme");
        }
        return code;
    }

    private static <T> @Nullable T one(String parameter, T[] all, @Nullable String asked, Predicate<T> isMeant) {
        return asked == null
                ? null
                : Arrays.stream(all).filter(isMeant).findFirst().orElseThrow(() -> invalid(parameter));
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(CommonProblem.INVALID_REQUEST).at(parameter, "invalid-value");
    }
}
