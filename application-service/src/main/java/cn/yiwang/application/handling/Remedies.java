package cn.yiwang.application.handling;

import java.time.LocalDate;
import java.util.List;

/**
 * What a refusal tells the applicant about remedies, as Article 38 of the Administrative Licensing Law orders. The periods are those of
 * the laws in force on the day of the decision.
 */
public final class Remedies {

    static final String BASIS = "行政许可法第三十八条";

    /** Newest first. */
    private static final List<Rule> RULES = List.of(
            new Rule(LocalDate.of(2024, 1, 1), "六十日", "行政复议法第二十条", "六个月", "行政诉讼法第四十六条"),
            new Rule(LocalDate.of(2015, 5, 1), "六十日", "行政复议法第九条", "六个月", "行政诉讼法第四十六条"));

    private Remedies() {}

    /** The sentence that a decision of that day ends with. */
    public static String text(String body, LocalDate decidedOn) {
        Rule rule = RULES.stream()
                .filter(candidate -> !candidate.appliesFrom().isAfter(decidedOn))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No remedies are known for " + decidedOn));
        return "如不服%s的本决定，可以自知道本决定之日起%s内依法申请行政复议（%s），也可以自知道或者应当知道本决定之日起%s内依法向人民法院提起行政诉讼（%s）。"
                .formatted(body, rule.review(), rule.reviewBasis(), rule.court(), rule.courtBasis());
    }

    private record Rule(LocalDate appliesFrom, String review, String reviewBasis, String court, String courtBasis) {}
}
