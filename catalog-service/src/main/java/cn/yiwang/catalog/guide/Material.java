package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material that the applicant hands in.
 *
 * @param code 17 characters: M, base code, sequence of the item, own sequence
 * @param certificateType the type code of the e-certificate that stands in for it (免提交)
 * @param standardCode the standard material code, the key into the e-certificate catalogue
 * @param confirmed whether a source says how necessary it is; what nobody confirms is not demanded
 */
public record Material(
        @NotNull @Pattern(regexp = "[0-9A-Z]{17}") String code,
        @NotNull @PlainText(min = 1, max = 200) String name,
        @NotNull Necessity necessity,
        @NotNull Form form,
        @Min(0) @Max(99) int copies,
        @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z]{1,20}/[a-z0-9.+-]{1,79}") String> mediaTypes,
        @Min(1) @Max(MAXIMUM_BYTES) long maxBytes,
        @Pattern(regexp = "[0-9A-Z]{21}") @Nullable String certificateType,
        @Pattern(regexp = "L[0-9]{7}") @Nullable String standardCode,
        boolean confirmed) {

    /** 20 MiB. */
    static final long MAXIMUM_BYTES = 20L * 1024 * 1024;

    /** Whether the applicant has to hand the material in, and when. */
    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        /** May be handed in after the application was accepted (容缺后补). */
        LATER_ALLOWED
    }

    /** Whether an original is asked for. */
    public enum Form {
        ORIGINAL,
        COPY,
        ORIGINAL_AND_COPY
    }
}
