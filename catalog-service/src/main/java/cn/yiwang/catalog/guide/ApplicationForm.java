package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant fills in.
 *
 * @param schema a JSON Schema (2020-12) of an object; its bounds are rules of publication
 * @param ui how to show the fields
 */
public record ApplicationForm(
        @NotNull @Size(max = 50) Map<String, Object> schema,
        @Size(max = 300) List<@NotNull @Valid UiHint> ui) {

    public ApplicationForm {
        ui = Absent.asEmpty(ui);
    }

    /**
     * How to show one field.
     *
     * @param field a JSON pointer into the document that the form fills, for example {@code /store/address}
     * @param section the heading under which it stands
     * @param prefill the attribute of the signed-in applicant that fills it in
     */
    public record UiHint(
            @NotNull @PlainText(min = 1, max = 300) String field,
            @NotNull Widget widget,
            @Min(1) @Max(999) @Nullable Integer order,
            @PlainText(min = 1, max = 50) @Nullable String section,
            @PlainText(min = 1, max = 100) @Nullable String placeholder,
            @PlainText(min = 1, max = 300) @Nullable String help,
            @Nullable Prefill prefill) {}

    /** What a field looks like. */
    public enum Widget {
        TEXT,
        TEXT_AREA,
        NUMBER,
        DATE,
        RADIO,
        CHECKBOXES,
        SELECT,
        ADDRESS,
        DIVISION
    }

    /** What is known of the applicant without asking (免填报). */
    public enum Prefill {
        APPLICANT_NAME,
        CREDIT_CODE,
        ID_NUMBER,
        AGENT_NAME
    }
}
