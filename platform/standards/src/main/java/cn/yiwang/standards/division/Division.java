package cn.yiwang.standards.division;

import cn.yiwang.standards.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One division under one code.
 *
 * @param parent the unit it belongs to, absent for the province
 * @param validFrom the first day of the code, absent when it was in force before the records begin
 * @param validTo the last day of the code, absent while it is in force
 * @param confirmed whether a source says all of it: code, name and days. The retired codes and some days of change could not be compared
 *     with a published text
 * @param source where it was read, empty for none
 */
public record Division(
        DivisionCode code,
        String name,
        DivisionLevel level,
        @Nullable DivisionCode parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean confirmed,
        String source) {

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether the national standard lists the code; statistical zones it does not. */
    public boolean isInNationalStandard() {
        return level != DivisionLevel.STATISTICAL_ZONE;
    }
}
