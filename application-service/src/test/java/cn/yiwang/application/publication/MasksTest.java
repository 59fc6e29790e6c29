package cn.yiwang.application.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource({"张三,张*", "王小明（示例）,王*", "欧阳某某,欧*", "𠮷田,𠮷*", "张,张*"})
    void only_the_first_character_of_a_name_is_shown(String name, String shown) {
        assertThat(Masks.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"431002199001013028,4310021990****3028", "43100219900101302X,4310021990****302X", "12345678,********"})
    void digits_11_to_14_of_an_id_number_are_hidden(String number, String shown) {
        assertThat(Masks.idNumber(number)).isEqualTo(shown);
    }
}
