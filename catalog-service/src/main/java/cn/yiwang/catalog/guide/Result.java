package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant gets in the end.
 *
 * @param certificateType the type code (GB/T 36904) of the certificate, for certificates only
 * @param sample a specimen
 * @param validity how long it is good for, as the law says it
 */
@Schema(name = "GuideResult")
public record Result(
        @NotNull Kind kind,
        @PlainText(min = 1, max = 200) @Nullable String name,
        @Pattern(regexp = "[0-9A-Z]{21}") @Nullable String certificateType,
        @Valid @Nullable FileReference sample,
        @PlainText(min = 1, max = 100) @Nullable String validity) {

    public Result(Kind kind, @Nullable String name, @Nullable String certificateType) {
        this(kind, name, certificateType, null, null);
    }

    /** In what form. */
    public enum Kind {
        CERTIFICATE,
        DOCUMENT,
        NONE
    }
}
