package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where applications are received (办理地点).
 *
 * @param inServiceHall whether it lies in the government service hall (进驻大厅)
 * @param window which counters
 */
public record ServicePoint(
        @NotNull @PlainText(min = 1, max = 100) String name,
        @NotNull @PlainText(min = 1, max = 200) String address,
        @PlainText(min = 1, max = 100) @Nullable String window,
        @PlainText(min = 1, max = 40) @Nullable String phone,
        @Nullable Boolean inServiceHall,
        @Size(max = 20) List<@NotNull @Valid OpeningHours> hours) {

    public ServicePoint {
        hours = Absent.asEmpty(hours);
    }

    /**
     * When it is open, legal holidays apart.
     *
     * @param season the name of the season, for hours that change with it
     * @param from the first day of the season, month and day ({@code 05-01}); null for the whole year
     * @param to the last day of the season
     */
    public record OpeningHours(
            @PlainText(min = 1, max = 20) @Nullable String season,

            @Pattern(regexp = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])") @Nullable String from,

            @Pattern(regexp = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])") @Nullable String to,

            @NotEmpty @Size(max = 7) List<@NotNull DayOfWeek> days,
            @NotNull LocalTime opens,
            @NotNull LocalTime closes) {}
}
