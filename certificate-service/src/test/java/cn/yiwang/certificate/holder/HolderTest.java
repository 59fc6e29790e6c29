package cn.yiwang.certificate.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.standards.InvalidCodeException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderTest {

    private static final Holder PERSON = holder("王小明", "431002199001013028", HolderCodeType.CITIZEN_ID);
    private static final Holder COMPANY = holder("郴州安康（示例）", "91431000MA4YWT0E1N", HolderCodeType.CREDIT_CODE);

    @Test
    void a_person_keeps_one_character_in_public_and_an_organization_its_name() {
        assertThat(PERSON.publicName()).isEqualTo("王**");
        assertThat(holder("𠮷野", "431002199001013028", HolderCodeType.CITIZEN_ID)
                        .publicName())
                .isEqualTo("𠮷**");
        assertThat(COMPANY.publicName()).isEqualTo("郴州安康（示例）");
    }

    @Test
    void the_text_form_gives_nothing_away() {
        assertThat(PERSON.toString()).doesNotContain("王", "431002");
    }

    @Test
    void what_is_written_is_read_again() {
        Holder holder = new Holder(
                "郴州安康（示例）", "91431000MA4YWT0E1N", HolderCodeType.CREDIT_CODE, new TreeMap<>(Map.of("经营地址", "示例路1号")));
        assertThat(HolderText.read(HolderText.write(holder))).isEqualTo(holder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"holderName\":\"王小明\"}",
                "{\"holderName\":\"\",\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"CITIZEN_ID\"}",
                "{\"holderName\":\"王\\n小明\",\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"CITIZEN_ID\"}",
                "{\"holderName\":{\"a\":1},\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"CITIZEN_ID\"}",
                "{\"holderName\":\"王小明\",\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"PASSPORT\"}",
                "{\"holderName\":\"王小明\",\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"CITIZEN_ID\",\"fields\":{\"a\":null}}",
                "{\"holderName\":\"王小明\",\"holderCode\":\"431002199001013029\",\"holderCodeType\":\"CITIZEN_ID\"}",
                "{\"holderName\":\"王小明\",\"holderCode\":\"431002199001013028\",\"holderCodeType\":\"CREDIT_CODE\"}"
            })
    void what_cannot_be_a_holder_is_refused_without_being_quoted(String json) {
        assertThatThrownBy(() -> HolderText.read(json))
                .isInstanceOfAny(InvalidHolderException.class, InvalidCodeException.class)
                .hasNoCause()
                .hasMessageNotContainingAny("王", "431002");
    }

    @Test
    void lines_are_bounded() {
        assertThatThrownBy(() -> holder("王".repeat(201), "431002199001013028", HolderCodeType.CITIZEN_ID))
                .isInstanceOf(InvalidHolderException.class);
        var many = new TreeMap<String, String>();
        for (int i = 0; i <= Holder.MAX_FIELDS; i++) {
            many.put("line " + i, "x");
        }
        assertThatThrownBy(() -> new Holder("某", "91431000MA4YWT0E1N", HolderCodeType.CREDIT_CODE, many))
                .isInstanceOf(InvalidHolderException.class);
    }

    private static Holder holder(String name, String code, HolderCodeType type) {
        return new Holder(name, code, type, new TreeMap<>());
    }
}
