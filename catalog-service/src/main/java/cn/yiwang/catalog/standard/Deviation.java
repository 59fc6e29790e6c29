package cn.yiwang.catalog.standard;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Where an implementation differs from the standard, and why.
 *
 * @param value what applies here instead, in words
 */
public record Deviation(
        @NotNull Aspect aspect,

        @NotNull @PlainText(min = 1, max = 1000, lines = true)
        String value,

        @NotNull @PlainText(min = 1, max = 500) String reason) {

    /** What can differ: a part of the standard, or of the guides under it. */
    public enum Aspect {
        NAME,
        BASIS,
        MATERIALS,
        STATUTORY_LIMIT,
        PROMISED_LIMIT,
        VISITS,
        FEES
    }
}
