package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package of items as its editors write it.
 *
 * @param name what people call it
 * @param steps items of the same order are handled side by side
 */
record OneThing(
        @NotNull @PlainText(min = 1, max = 100) String name,

        @PlainText(min = 1, max = 1000, lines = true) @Nullable String description,

        @NotEmpty @Size(max = 2) List<@NotNull Audience> audiences,
        @NotEmpty @Size(max = 30) List<@NotNull @Valid Step> steps) {

    /**
     * One item of the package.
     *
     * @param note why it comes at this point
     */
    record Step(
            @Min(1) @Max(30) int order,
            @NotNull @Pattern(regexp = "[0-9A-Z]{33}") String itemCode,
            @PlainText(min = 1, max = 300) @Nullable String note) {}

    /** The steps as they follow each other. */
    List<Step> ordered() {
        return steps.stream().sorted(Comparator.comparingInt(Step::order)).toList();
    }

    List<String> itemCodes() {
        return steps.stream().map(Step::itemCode).toList();
    }
}
