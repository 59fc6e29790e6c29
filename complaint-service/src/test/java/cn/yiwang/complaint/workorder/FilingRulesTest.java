package cn.yiwang.complaint.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.complaint.lifecycle.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPLAINT    | phone and address | claim | respondent | reply    | ",
                "COMPLAINT    | phone             | claim | respondent | reply    | /contact/address",
                "COMPLAINT    | -                 | claim | respondent | no reply | /contact",
                "COMPLAINT    | phone and address | -     | -          | no reply | /claim,/respondent",
                "REPORT       | -                 | -     | respondent | no reply | ",
                "REPORT       | -                 | -     | -          | no reply | /respondent",
                "REPORT       | -                 | -     | respondent | reply    | /contact",
                "CONSULTATION | phone             | -     | -          | reply    | ",
                "CONSULTATION | -                 | -     | -          | no reply | ",
                "PRAISE       | -                 | -     | -          | reply    | /contact",
            })
    void what_a_filing_has_to_say(
            Kind kind, String contact, String claim, String respondent, String reply, @Nullable String missing) {
        var matter = new Matter(
                "title",
                "content",
                claim.equals("-") ? null : claim,
                respondent.equals("-") ? null : new Matter.Party("a shop", null),
                contact.equals("-")
                        ? null
                        : new Matter.Contact("王", "13800000000", contact.contains("address") ? "a street" : null));
        assertThat(FilingRules.missing(kind, matter, reply.equals("reply")))
                .isEqualTo(missing == null ? List.of() : List.of(missing.split(",")));
    }
}
