package cn.yiwang.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCodesTest {

    @ParameterizedTest
    @CsvSource({
        "000172005000, LICENCE, 72, true",
        "000131024000, LICENCE, 31, true",
        "000525003000, PAYMENT, 25, true",
        "000744001000, CONFIRMATION, 44, true",
        "000709107003, CONFIRMATION, 09, true",
        "002014006013, PUBLIC_SERVICE, 14, true",
        "430131056W00, LICENCE, 31, false",
        "431072055W00, OTHER_POWER, 72, false",
        "431020001W00, OTHER_POWER, 20, false"
    })
    void a_base_code_tells_type_department_and_who_set_it(
            String code, ItemType type, String department, boolean national) {
        BaseCode baseCode = new BaseCode(code);
        assertThat(baseCode.type()).isEqualTo(type);
        assertThat(baseCode.department()).isEqualTo(department);
        assertThat(baseCode.isNational()).isEqualTo(national);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00017200500",
                "0001720050000",
                "000172005W00",
                "001172005000",
                "990131056W00",
                "430131056w00",
                "43013105 W00",
                "4301310560WW",
                "000072005000"
            })
    void what_is_no_base_code_is_refused(String code) {
        assertThat(BaseCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "11430200MB1615904K3000131023000, 11430200MB1615904K, MUNICIPAL, 000131023000",
        "11431000MB1938148M3000172019000, 11431000MB1938148M, MUNICIPAL, 000172019000",
        "11431026MB0R05447F4430131056W00, 11431026MB0R05447F, COUNTY, 430131056W00",
        "11430281MB0W25573M4431072055W00, 11430281MB0W25573M, COUNTY, 431072055W00",
        "11440113MB2C92966P4000131024000, 11440113MB2C92966P, COUNTY, 000131024000",
        "11430000MB1599860M2000172004000, 11430000MB1599860M, PROVINCIAL, 000172004000"
    })
    void an_implementation_code_is_body_level_and_base_code(
            String code, String body, ServiceLevel level, String baseCode) {
        ImplementationCode implementation = new ImplementationCode(code);
        assertThat(implementation.body()).isEqualTo(new CreditCode(body));
        assertThat(implementation.level()).isEqualTo(level);
        assertThat(implementation.baseCode()).isEqualTo(new BaseCode(baseCode));
        assertThat(ImplementationCode.of(implementation.body(), level, implementation.baseCode()))
                .isEqualTo(implementation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11430200MB1615904K3000131023", // too short
                "11430200MB1615904L3000131023000", // the body's check character
                "11430200MB1615904K0000131023000", // no such level
                "11430200MB1615904K7000131023000",
                "11430200MB1615904K3990131023000" // no such base code
            })
    void what_is_no_implementation_code_is_refused(String code) {
        assertThat(ImplementationCode.isValid(code)).isFalse();
    }

    @Test
    void a_business_item_code_adds_a_sequence_of_two_characters() {
        BusinessItemCode item = new BusinessItemCode("11431000MB1938148M300017200500001");
        assertThat(item.body()).isEqualTo(new CreditCode("11431000MB1938148M"));
        assertThat(item.level()).isEqualTo(ServiceLevel.MUNICIPAL);
        assertThat(item.baseCode()).isEqualTo(new BaseCode("000172005000"));
        assertThat(item.sequence()).isEqualTo("01");
        assertThat(BusinessItemCode.of(item.implementation(), "01")).isEqualTo(item);
        assertThat(BusinessItemCode.isValid("11431000MB1938148M300017200500000"))
                .isFalse();
        assertThat(BusinessItemCode.isValid("11431000MB1938148M3000172005000A1"))
                .isFalse();
        assertThat(BusinessItemCode.isValid("11431000MB1938148M3000172005000")).isFalse();
        assertThat(BusinessItemCode.isValid("11431000MB1938148N300017200500001"))
                .isFalse();
    }

    @Test
    void a_material_code_names_its_item() {
        MaterialCode material = new MaterialCode("M0001720280000108");
        assertThat(material.baseCode()).isEqualTo(new BaseCode("000172028000"));
        assertThat(material.itemSequence()).isEqualTo("01");
        assertThat(material.sequence()).isEqualTo("08");
        assertThat(MaterialCode.of(material.baseCode(), "01", "08")).isEqualTo(material);
        assertThat(MaterialCode.isValid("M430131056W000102")).isTrue();
        assertThat(MaterialCode.isValid("N0001720280000108")).isFalse();
        assertThat(MaterialCode.isValid("M0001720280000100")).isFalse();
        assertThat(MaterialCode.isValid("M00017202800001")).isFalse();
    }

    @Test
    void types_and_levels_are_found_by_code() {
        for (ItemType type : ItemType.values()) {
            assertThat(ItemType.ofCode(type.code())).isEqualTo(type);
        }
        for (ServiceLevel level : ServiceLevel.values()) {
            assertThat(ServiceLevel.ofCode(level.code())).isEqualTo(level);
        }
    }
}
