package cn.yiwang.catalog.guide;

import cn.yiwang.starter.web.PlainText;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of law that the item rests on (设定依据).
 *
 * @param confirmed whether the text in force was checked
 * @param text the words of the article
 * @param inForceFrom the first day of that text
 * @param inForceTo the last day of that text; null while no end is known
 */
public record LegalBasis(
        @NotNull @PlainText(min = 1, max = 200) String title,
        @PlainText(min = 1, max = 100) @Nullable String documentNumber,
        @PlainText(min = 1, max = 100) @Nullable String article,
        boolean confirmed,

        @PlainText(min = 1, max = 4000, lines = true) @Nullable String text,

        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo) {

    public LegalBasis(String title, @Nullable String documentNumber, @Nullable String article, boolean confirmed) {
        this(title, documentNumber, article, confirmed, null, null, null);
    }
}
