package cn.yiwang.catalog.standard;

import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base item prescribes wherever it is carried out (同一事项、同一标准、同一编码); its type follows from the code.
 *
 * @param materials what may be asked for at most, by name
 * @param statutory how long a decision may take by law; absent where the law sets no limit
 * @param duties what the bodies have to do (责任事项)
 * @param accountable whom to hold to account, and for what (追责对象)
 */
public record Standard(
        @NotNull @PlainText(min = 1, max = 200) String name,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Basis> basis,
        @NotNull @Size(max = 99) List<@NotNull @Valid RequiredMaterial> materials,
        @Valid @Nullable Limit statutory,
        @NotNull @Size(max = 50) List<@NotNull @Valid Duty> duties,
        @NotNull @Size(max = 20) List<@NotNull @Valid Accountable> accountable) {

    /** A rule of law on which the item rests. */
    public record Basis(
            @NotNull @PlainText(min = 1, max = 200) String title,
            @PlainText(min = 1, max = 100) @Nullable String documentNumber,
            @PlainText(min = 1, max = 100) @Nullable String article) {}

    /** A material of the skeleton. */
    public record RequiredMaterial(
            @NotNull @PlainText(min = 1, max = 200) String name, boolean required) {}

    /** A length of time. */
    @Schema(name = "StandardLimit")
    public record Limit(
            @Min(1) @Max(9999) int amount, @NotNull LimitUnit unit) {}

    /** What a body has to do at one stage, such as 受理责任. */
    public record Duty(
            @NotNull @PlainText(min = 1, max = 50) String stage,

            @NotNull @PlainText(min = 1, max = 1000, lines = true)
            String text,

            @PlainText(min = 1, max = 300) @Nullable String basis) {}

    /** Who answers for what. */
    public record Accountable(
            @NotNull @PlainText(min = 1, max = 200) String who,

            @NotNull @PlainText(min = 1, max = 1000, lines = true)
            String causes) {}
}
