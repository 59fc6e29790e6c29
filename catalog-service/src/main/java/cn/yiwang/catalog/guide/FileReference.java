package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A file to take away: a blank form, a filled-in sample, a specimen of the result.
 *
 * @param url where it lies, on this platform ({@code /…}) or elsewhere ({@code https://…})
 */
public record FileReference(
        @NotNull @PlainText(min = 1, max = 200) String name,

        @NotNull @Pattern(regexp = "(https://[^\\s\\p{Cntrl}]{1,480}|/[^/\\s\\p{Cntrl}][^\\s\\p{Cntrl}]{0,480})")
        String url) {}
