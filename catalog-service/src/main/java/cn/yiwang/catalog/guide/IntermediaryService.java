package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service of a third party without which the item cannot be had (中介服务).
 *
 * @param basis the rule that demands it
 * @param payer who pays it
 * @param materialCode the material of this guide that it yields
 */
public record IntermediaryService(
        @NotNull @PlainText(min = 1, max = 200) String name,
        @NotNull @PlainText(min = 1, max = 300) String basis,
        @NotNull Payer payer,
        @Pattern(regexp = "[0-9A-Z]{17}") @Nullable String materialCode,

        @PlainText(min = 1, max = 500, lines = true) @Nullable String explanation) {

    /** Who pays. */
    public enum Payer {
        APPLICANT,
        BODY
    }
}
