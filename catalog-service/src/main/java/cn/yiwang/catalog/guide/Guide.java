package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guide tells the applicant and binds the bodies to: nothing outside it may be demanded (行政许可法 30, 31).
 *
 * @param requiredAssurance how strongly the applicant has to be identified, 1 to 4
 * @param fees empty: free of charge, which is the rule (行政许可法 58)
 * @param visits how often the applicant has to appear, or an officer at the applicant's place
 */
public record Guide(
        @NotEmpty @Size(max = 2) List<@NotNull Audience> audiences,
        @Min(1) @Max(4) int requiredAssurance,
        @NotNull @Size(max = 50) List<@NotNull @Valid LegalBasis> basis,
        @NotNull @Size(max = 100) List<@NotNull @Valid Condition> conditions,
        @NotNull @Size(max = 99) List<@NotNull @Valid Material> materials,
        @NotNull @Valid TimeLimits timeLimits,
        @NotNull @Size(max = 50) List<@NotNull @Valid Fee> fees,
        @Min(0) @Max(99) int visits,
        @PlainText(min = 1, max = 300) @Nullable String visitReason,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid ProcessLink> links,
        @NotNull @Valid Result result) {

    /** Whom an item serves. */
    public enum Audience {
        PERSON,
        ORGANIZATION
    }

    /**
     * A rule of law that the item rests on.
     *
     * @param confirmed whether the text in force was checked
     */
    public record LegalBasis(
            @NotNull @PlainText(min = 1, max = 200) String title,
            @PlainText(min = 1, max = 100) @Nullable String documentNumber,
            @PlainText(min = 1, max = 100) @Nullable String article,
            boolean confirmed) {}

    /** A condition for the grant. */
    public record Condition(
            @Min(1) @Max(999) int order,

            @NotNull @PlainText(min = 1, max = 1000, lines = true)
            String text) {}

    /** A fee; the amount is in fen. */
    public record Fee(
            @NotNull @PlainText(min = 1, max = 100) String name,
            @Min(0) long amount,
            @NotNull Currency currency,
            @NotNull @PlainText(min = 1, max = 20) String unit,
            @NotNull @PlainText(min = 1, max = 300) String basis) {}

    /** The currency of a fee. */
    public enum Currency {
        CNY
    }

    /** The same guide with the departments named as the register names them; unknown codes stay without a name. */
    public Guide withDepartmentNames(Map<String, String> names) {
        var named = links.stream()
                .map(link -> link.withDepartmentName(names.get(link.department().code())))
                .toList();
        return new Guide(
                audiences,
                requiredAssurance,
                basis,
                conditions,
                materials,
                timeLimits,
                fees,
                visits,
                visitReason,
                named,
                result);
    }
}
