package cn.yiwang.application.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.guide.Guide.Audience;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedApplicantsTest {

    @ParameterizedTest
    @CsvSource({
        "PERSON, 王小明（示例）, 王**",
        "PERSON, 𠮷田, 𠮷**",
        "PERSON, 李, 李**",
        "ORGANIZATION, 郴州安康大药房有限公司（示例）, 郴州安康大药房有限公司（示例）",
    })
    void of_a_person_only_the_first_character_is_shown(Audience type, String name, String shown) {
        var applicant = new Applicant(type, "431002199001013028", name, "s", "n", null, Map.of());
        assertThat(MaskedApplicants.masked(applicant)).isEqualTo(shown);
    }
}
