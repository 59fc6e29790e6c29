package cn.yiwang.starter.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that a utf8mb4 column of the same length stores unchanged: within its bounds, counted in code points as MySQL
 * counts them, without control characters and without broken surrogates. Null is valid.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.ANNOTATION_TYPE,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The fewest code points; a text of blanks only counts as empty. */
    int min() default 0;

    /** The most code points. */
    int max();

    /** Whether line breaks ({@code \n}) are allowed. */
    boolean lines() default false;

    String message() default "{plain-text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
