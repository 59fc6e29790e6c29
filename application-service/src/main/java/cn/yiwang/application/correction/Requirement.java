package cn.yiwang.application.correction;

import org.jspecify.annotations.Nullable;

/**
 * Something of the pinned guide that an applicant was asked to put right.
 *
 * @param code a material's code, or C with the order of a condition
 * @param explanation what is wrong with it
 * @param answer what the applicant says to it
 */
public record Requirement(
        String code, @Nullable String explanation, @Nullable String answer) {

    /** Asked and not answered yet. */
    public static Requirement asked(String code, @Nullable String explanation) {
        return new Requirement(code, explanation, null);
    }

    public boolean isMaterial() {
        return code.startsWith("M");
    }
}
