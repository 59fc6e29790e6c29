package cn.yiwang.catalog.guide;

import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step of the process; steps of the same order run side by side.
 *
 * @param department who does it; the name is filled in from the register of bodies
 * @param post the post that does it (办理人员)
 * @param standard what is examined in it (审查标准)
 */
public record ProcessLink(
        @Min(1) @Max(99) int order,
        @NotNull Kind kind,
        @NotNull @PlainText(min = 1, max = 100) String name,
        @NotNull @Valid Department department,
        @NotNull @Valid Duration limit,
        @PlainText(min = 1, max = 100) @Nullable String post,

        @PlainText(min = 1, max = 1000, lines = true) @Nullable String standard) {

    public ProcessLink(int order, Kind kind, String name, Department department, Duration limit) {
        this(order, kind, name, department, limit, null, null);
    }

    /** What is done in the step, in the order in which the kinds follow each other. */
    public enum Kind {
        ACCEPTANCE,
        REVIEW,
        DECISION,
        DELIVERY
    }

    /** A body by its credit code. */
    public record Department(
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String code,
            @PlainText(max = 100) @Nullable String name) {}

    ProcessLink withDepartmentName(@Nullable String name) {
        return new ProcessLink(order, kind, this.name, new Department(department.code(), name), limit, post, standard);
    }
}
