package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, and whom to complain to.
 *
 * @param consultation 咨询方式
 * @param complaint 监督投诉方式
 */
public record Contacts(
        @Size(max = 10) List<@NotNull @Valid Contact> consultation,
        @Size(max = 10) List<@NotNull @Valid Contact> complaint) {

    public Contacts {
        consultation = Absent.asEmpty(consultation);
        complaint = Absent.asEmpty(complaint);
    }

    /** One way to get in touch. */
    public record Contact(
            @NotNull Way way,
            @NotNull @PlainText(min = 1, max = 300) String value,
            @PlainText(min = 1, max = 100) @Nullable String note) {}

    /** By what. */
    public enum Way {
        PHONE,
        WEB,
        EMAIL,
        LETTER,
        COUNTER
    }
}
