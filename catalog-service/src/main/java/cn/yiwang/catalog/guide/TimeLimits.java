package cn.yiwang.catalog.guide;

import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long the bodies may take.
 *
 * @param acceptance to accept or to ask for corrections, from the day the materials arrived
 * @param statutory to decide, from the day of acceptance, as the law says
 * @param promised to decide, as the body promises
 * @param delivery to hand over the result, from the day of the decision
 */
public record TimeLimits(
        @NotNull @Valid Limit acceptance,
        @NotNull @Valid Limit statutory,
        @NotNull @Valid Limit promised,
        @NotNull @Valid Limit delivery) {

    /** A length of time in one unit. */
    public record Duration(
            @Min(0) @Max(9999) int amount, @NotNull LimitUnit unit) {

        /** Working hours of a working day, as promises in hours are counted: two links of four hours make one day. */
        public static final int HOURS_A_DAY = 8;

        /** The length in working hours; nothing for units that count days of rest. */
        public OptionalLong workingHours() {
            return switch (unit) {
                case HOUR -> OptionalLong.of(amount);
                case WORKING_DAY -> OptionalLong.of((long) amount * HOURS_A_DAY);
                case NATURAL_DAY, MONTH, YEAR -> OptionalLong.empty();
            };
        }
    }

    /**
     * A limit together with where it comes from.
     *
     * @param confirmed whether the number was checked against the text in force
     */
    public record Limit(
            @Min(0) @Max(9999) int amount,
            @NotNull LimitUnit unit,
            @PlainText(min = 1, max = 300) @Nullable String basis,
            @PlainText(min = 1, max = 300) @Nullable String explanation,
            boolean confirmed) {

        public Duration duration() {
            return new Duration(amount, unit);
        }
    }
}
