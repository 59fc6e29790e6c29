package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A fee; the amount is in fen.
 *
 * @param amount the whole fee, the fee per unit, or the least when a formula says more
 * @param unit what one amount is taken for
 * @param charge how the fee is found; absent means fixed
 * @param formula how it is computed, for formulas
 * @param reduction who pays less or nothing, and why; absent when nobody does (允许减免)
 */
public record Fee(
        @NotNull @PlainText(min = 1, max = 100) String name,
        @Min(0) @Max(MAXIMUM_FEN) long amount,
        @NotNull Currency currency,
        @NotNull @PlainText(min = 1, max = 20) String unit,
        @NotNull @PlainText(min = 1, max = 300) String basis,
        @Nullable Charge charge,

        @PlainText(min = 1, max = 500, lines = true) @Nullable String formula,

        @PlainText(min = 1, max = 500, lines = true) @Nullable String reduction) {

    /** A hundred million yuan: more is a typing error. */
    static final long MAXIMUM_FEN = 10_000_000_000L;

    public Fee(String name, long amount, Currency currency, String unit, String basis) {
        this(name, amount, currency, unit, basis, null, null, null);
    }

    /** How a fee is found. */
    public enum Charge {
        FIXED,
        PER_UNIT,
        FORMULA
    }

    /** The currency of a fee. */
    public enum Currency {
        CNY
    }
}
