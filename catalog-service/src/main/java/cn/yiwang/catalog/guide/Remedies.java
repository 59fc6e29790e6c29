package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a decision can be fought (行政许可法 7, 38).
 *
 * @param review the body for administrative review (行政复议)
 * @param litigation the court (行政诉讼)
 */
public record Remedies(
        @Valid @Nullable Authority review, @Valid @Nullable Authority litigation) {

    /** A body that hears appeals. */
    public record Authority(
            @NotNull @PlainText(min = 1, max = 100) String name,
            @PlainText(min = 1, max = 200) @Nullable String address,
            @PlainText(min = 1, max = 40) @Nullable String phone,

            @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]{1,480}") @Nullable
            String url) {}
}
