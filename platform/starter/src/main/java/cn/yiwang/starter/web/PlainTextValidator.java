package cn.yiwang.starter.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private int min;
    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
        min = constraint.min();
        max = constraint.max();
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            return refuse(context, "{plain-text.too-long}");
        }
        if (length < min || (min > 0 && text.isBlank())) {
            return refuse(context, length == 0 || text.isBlank() ? "{plain-text.blank}" : "{plain-text.too-short}");
        }
        return isPlain(text, lines) || refuse(context, "{plain-text.control-character}");
    }

    /** Whether every character may be stored: no control characters, no half of a surrogate pair, no non-character. */
    static boolean isPlain(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isISOControl(c) ? !(lines && c == '\n') : !isStorable(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStorable(int codePoint) {
        return Character.getType(codePoint) != Character.SURROGATE
                && (codePoint & 0xFFFE) != 0xFFFE
                && !isBidirectionalOverride(codePoint);
    }

    /** Overrides let a text look like another one to the officer who reads it. */
    private static boolean isBidirectionalOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean refuse(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}
