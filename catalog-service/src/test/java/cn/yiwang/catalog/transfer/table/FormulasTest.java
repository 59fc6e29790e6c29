package cn.yiwang.catalog.transfer.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86 731",
                "-2",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "＝cmd",
                "＋1",
                "－1",
                "＠x",
                "=cmd|'/C calc'!A0"
            })
    void what_runs_in_a_spreadsheet_is_neutralised_and_comes_back(String text) {
        assertThat(Formulas.isDangerous(text)).isTrue();
        assertThat(Formulas.isDangerous(Formulas.neutralised(text))).isFalse();
        assertThat(Formulas.restored(Formulas.neutralised(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "药店", "a=b", "'", "''", "'引用'", "1-2", " =x"})
    void everything_else_is_left_as_it_is(String text) {
        assertThat(Formulas.isDangerous(text)).isFalse();
        assertThat(Formulas.neutralised(text)).isEqualTo(text);
        assertThat(Formulas.restored(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=x", "''=x", "'-1", "'@"})
    void a_text_that_looks_neutralised_already_comes_back_too(String text) {
        assertThat(Formulas.restored(Formulas.neutralised(text))).isEqualTo(text);
    }
}
