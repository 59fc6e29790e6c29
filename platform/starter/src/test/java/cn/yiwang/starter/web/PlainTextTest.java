package cn.yiwang.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Text(
            @PlainText(min = 1, max = 3) String line,
            @PlainText(max = 3, lines = true) String lines) {}

    @Test
    void length_is_counted_as_the_column_counts_it() {
        assertThat(isValid("𠮷𠮷𠮷")).isTrue();
        assertThat(isValid("𠮷𠮷𠮷a")).isFalse();
    }

    @Test
    void only_a_text_of_lines_has_line_breaks() {
        assertThat(isValid("a\nb")).isFalse();
        assertThat(validator.validate(new Text("a", "a\nb"))).isEmpty();
        assertThat(validator.validate(new Text("a", "a\rb"))).isNotEmpty();
    }

    @Test
    void what_no_column_stores_is_refused() {
        assertThat(isValid("\u0000")).isFalse();
        assertThat(isValid("\u0085")).isFalse();
        assertThat(isValid("\ud800")).isFalse();
        assertThat(isValid("\udc00a")).isFalse();
        assertThat(isValid("\uffff")).isFalse();
        assertThat(isValid("a\u202eb")).as("an override that turns text around").isFalse();
    }

    @Test
    void blank_is_empty() {
        assertThat(isValid("")).isFalse();
        assertThat(isValid(" \u3000")).isFalse();
    }

    private boolean isValid(String text) {
        return validator.validate(new Text(text, "")).isEmpty();
    }
}
