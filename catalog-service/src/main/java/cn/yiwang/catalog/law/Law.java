package cn.yiwang.catalog.law;

import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a law, regulation or rule; a revision with a number of its own is another text.
 *
 * @param id a readable key such as {@code order-739}
 * @param documentNumber as it was promulgated, such as 国务院令第739号
 * @param inForceFrom the first day on which it applies
 * @param repealedFrom the first day on which it no longer applies; null while it does
 * @param replacedBy the id of the text that took its place
 * @param confirmed whether text and dates were checked against the promulgated text
 * @param source where the entry comes from, and what of it is in doubt
 */
public record Law(
        @NotNull @Pattern(regexp = ID) String id,
        @NotNull @PlainText(min = 1, max = 200) String title,
        @PlainText(min = 1, max = 100) @Nullable String documentNumber,
        @NotNull Kind kind,
        @NotNull LocalDate inForceFrom,
        @Nullable LocalDate repealedFrom,
        @Pattern(regexp = ID) @Nullable String replacedBy,
        boolean confirmed,
        @PlainText(min = 1, max = 500) @Nullable String source,
        @Size(max = 300) List<@NotNull @Valid Article> articles,
        @Size(max = 100) List<@NotNull @Valid Figure> figures) {

    static final String ID = "[a-z0-9][a-z0-9-]{1,59}";

    public Law {
        articles = articles == null ? List.of() : articles;
        figures = figures == null ? List.of() : figures;
    }

    /** Its rank. */
    public enum Kind {
        /** 法律. */
        LAW,
        /** 行政法规. */
        ADMINISTRATIVE_REGULATION,
        /** 地方性法规. */
        LOCAL_REGULATION,
        /** 规章. */
        RULE,
        /** 规范性文件. */
        NORMATIVE_DOCUMENT
    }

    /** An article, in its own words or in short. */
    public record Article(
            @NotNull @PlainText(min = 1, max = 50) String number,

            @NotNull @PlainText(min = 1, max = 4000, lines = true)
            String text) {}

    /**
     * A limit that the law sets.
     *
     * @param items base codes (12) or base codes with a sequence (14) to which it applies; empty: to every licence
     */
    public record Figure(
            @NotNull Clock clock,
            @Min(0) @Max(9999) int amount,
            @NotNull LimitUnit unit,
            @NotNull @PlainText(min = 1, max = 50) String article,
            @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9A-Z]{12}([0-9]{2})?") String> items) {

        public Figure {
            items = items == null ? List.of() : items;
        }
    }

    /** What is timed. */
    public enum Clock {
        ACCEPTANCE,
        DECISION,
        DELIVERY
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(inForceFrom) && (repealedFrom == null || day.isBefore(repealedFrom));
    }

    /** Its title with its number, as it is cited. */
    public String citation() {
        return documentNumber == null ? title : title + "（" + documentNumber + "）";
    }
}
