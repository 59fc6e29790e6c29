package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about the applicant's case (情形). What some answer includes applies only to cases with such an answer; what no answer
 * names applies to every case.
 *
 * @param multiple whether several answers may be given
 * @param askedIf the earlier answers of which one has to be given for this question to be asked; empty: always asked
 */
public record SituationQuestion(
        @NotNull @Pattern(regexp = ID) String id,
        @NotNull @PlainText(min = 1, max = 200) String text,

        @PlainText(min = 1, max = 500, lines = true) @Nullable String hint,

        boolean multiple,
        @Size(max = 20) List<@NotNull @Valid GivenAnswer> askedIf,
        @NotEmpty @Size(min = 2, max = 20) List<@NotNull @Valid Answer> answers) {

    static final String ID = "[a-z][a-z0-9-]{0,39}";

    public SituationQuestion {
        askedIf = Absent.asEmpty(askedIf);
    }

    /** An answer to another question. */
    public record GivenAnswer(
            @NotNull @Pattern(regexp = ID) String question,
            @NotNull @Pattern(regexp = ID) String answer) {}

    /**
     * An answer to choose.
     *
     * @param alone whether it goes with no other answer to the same question, as "none of these" does
     * @param includes what applies with it
     * @param excludes what doesn't apply with it
     */
    public record Answer(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull @PlainText(min = 1, max = 200) String label,
            boolean alone,
            @Valid @Nullable Parts includes,
            @Valid @Nullable Parts excludes) {}

    /**
     * Parts of the guide.
     *
     * @param materials by their codes
     * @param conditions by their order
     * @param fees by their names
     * @param links by their names
     */
    public record Parts(
            @Size(max = 99) List<@NotNull @Pattern(regexp = "[0-9A-Z]{17}") String> materials,
            @Size(max = 100) List<@NotNull @Min(1) @Max(999) Integer> conditions,
            @Size(max = 50) List<@NotNull @PlainText(min = 1, max = 100) String> fees,
            @Size(max = 50) List<@NotNull @PlainText(min = 1, max = 100) String> links) {

        public Parts {
            materials = Absent.asEmpty(materials);
            conditions = Absent.asEmpty(conditions);
            fees = Absent.asEmpty(fees);
            links = Absent.asEmpty(links);
        }
    }
}
