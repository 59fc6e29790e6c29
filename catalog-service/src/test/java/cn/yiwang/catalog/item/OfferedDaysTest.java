package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.Topics;
import cn.yiwang.catalog.item.Interruption.Kind;
import cn.yiwang.catalog.item.PublishedItem.Period;
import cn.yiwang.catalog.item.PublishedItem.Traits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are days of November; a range without an end goes on. */
class OfferedDaysTest {

    private static final Traits NOTHING_SAID = new Traits(Set.of(), new Topics(List.of(), List.of()), null);

    @ParameterizedTest
    @CsvSource({
        "1-,    10-20,        1-9 21-",
        "1-,    10-,          1-9",
        "1-,    1-,           ''",
        "1-30,  10-20,        1-9 21-30",
        "1-15,  10-20,        1-9",
        "12-15, 10-20,        ''",
        "12-30, 10-20,        21-30",
        "1-9,   10-20,        1-9",
        "21-30, 10-20,        21-30",
        "1-20,  20-25,        1-19",
        "20-25, 1-20,         21-25",
        "1-,    10-10,        1-9 11-",
        "1-,    10-9,         1-",
        "1-,    10-12 20-,    1-9 13-19",
        "1-,    20- 10-12,    1-9 13-19",
        "1-9 10-, 5-12,       1-4 13-",
        "1-,    '',           1-",
    })
    void an_interruption_is_cut_out(String applies, String interrupted, String offered) {
        var left = OfferedDays.of(
                ranges(applies).stream()
                        .map(range ->
                                new Period(1, day(range[0]), range.length > 1 ? day(range[1]) : null, NOTHING_SAID))
                        .toList(),
                ranges(interrupted).stream()
                        .map(range -> new Interruption(
                                Kind.SUSPENSION, day(range[0]), range.length > 1 ? day(range[1]) : null, "理由"))
                        .toList());
        assertThat(left.stream().map(OfferedDaysTest::text).collect(Collectors.joining(" ")))
                .isEqualTo(offered);
    }

    private static List<String[]> ranges(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(range -> range.split("-")).toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.of(2026, 11, Integer.parseInt(day));
    }

    private static String text(Period period) {
        return period.from().getDayOfMonth() + "-" + end(period.to());
    }

    private static String end(@Nullable LocalDate day) {
        return day == null ? "" : Integer.toString(day.getDayOfMonth());
    }
}
