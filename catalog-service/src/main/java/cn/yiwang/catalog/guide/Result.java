package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant gets in the end.
 *
 * @param certificateType the type code (GB/T 36904) of the certificate, for certificates only
 */
public record Result(
        @NotNull Kind kind,
        @PlainText(min = 1, max = 200) @Nullable String name,
        @Pattern(regexp = "[0-9A-Z]{21}") @Nullable String certificateType) {

    /** In what form. */
    public enum Kind {
        CERTIFICATE,
        DOCUMENT,
        NONE
    }
}
