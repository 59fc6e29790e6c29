package cn.yiwang.catalog.search.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters and the syllables they were meant to be. */
class SlipsTest {

    @ParameterizedTest
    @CsvSource({
        "dian, dian, true",
        "dain, dian, true",
        "dan, dian, true",
        "diann, dian, true",
        "diam, dian, true",
        "d, di, true",
        "ad, da, true",
        "dina, dian, true",
        "naid, dian, false",
        "yao, dian, false",
        "di, dian, false",
    })
    void one_slip_is_forgiven(String typed, String meant, boolean forgiven) {
        assertThat(Slips.atMostOne(typed, meant)).isEqualTo(forgiven);
        assertThat(Slips.atMostOne(meant, typed)).isEqualTo(forgiven);
    }

    @Test
    void letters_are_cut_into_the_fewest_syllables() {
        var syllables = new Syllables(List.of("yao", "dian", "di", "an", "xian", "xi", "kai"));
        assertThat(syllables.cut("kaiyaodian")).contains(List.of("kai", "yao", "dian"));
        assertThat(syllables.cut("xianyaod")).contains(List.of("xian", "yao", "d"));
        assertThat(syllables.cut("ydx")).isEmpty();
        assertThat(syllables.cutWithSlips("yaodain"))
                .hasValueSatisfying(pieces -> assertThat(pieces.getLast()).contains("dian"));
    }

    @Test
    void sounds_that_many_do_not_tell_apart_are_blurred() {
        assertThat(List.of("zhang", "zan", "lin", "ning", "shi", "e"))
                .extracting(Pinyin::blurred)
                .containsExactly("zan", "zan", "lin", "lin", "si", "e");
    }
}
