package cn.yiwang.certificate.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderCodeType;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.LicenceNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        // base code, holder, division, serial, number
        "000172005000, CREDIT_CODE, 431000, 1, 湘DA735000001",
        "000172005000, CITIZEN_ID, 431002, 42, 湘DB735000042",
        "000172004000, CREDIT_CODE, 430100, 123456, 湘AA731123456",
        "000172004000, CREDIT_CODE, 433101, 7, 湘AA743000007"
    })
    void a_drug_licence_number_tells_form_legal_person_and_area(
            String baseCode, HolderCodeType holder, String division, long serial, String number) {
        assertThat(NumberRule.DRUG_OPERATION.number(request(baseCode, holder, division, Map.of()), serial))
                .isEqualTo(number);
    }

    @Test
    void prefectures_with_one_telephone_area_share_one_series() {
        assertThat(NumberRule.DRUG_OPERATION.series(
                        request("000172005000", HolderCodeType.CREDIT_CODE, "430200", Map.of())))
                .isEqualTo(NumberRule.DRUG_OPERATION.series(
                        request("000172005000", HolderCodeType.CREDIT_CODE, "430302", Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"食品销售经营者, JY1431002000005", "餐饮服务经营者, JY2431002000005", "单位食堂, JY3431002000005"})
    void a_food_operation_number_tells_the_form_of_business_and_checks(String form, String start) {
        String number = NumberRule.FOOD_OPERATION.number(food(Map.of("主体业态", form)), 5);
        assertThat(number).startsWith(start);
        assertThat(LicenceNumber.isValid(number)).isTrue();
    }

    @Test
    void a_food_production_number_tells_the_class_of_food_and_checks() {
        NumberRequest request = food(Map.of("食品类别编码", "107"));
        assertThat(NumberRule.FOOD_PRODUCTION.number(request, 12))
                .startsWith("SC1074310020012")
                .matches(LicenceNumber::isValid);
        assertThatThrownBy(() -> NumberRule.FOOD_PRODUCTION.number(request, 10_000))
                .isInstanceOf(NumberNotComposableException.class)
                .hasMessageContaining("are given");
    }

    @ParameterizedTest
    @CsvSource({"431000, 1, 湘郴药监械经营许20260001号", "430100, 12345, 湘长药监械经营许202612345号", "430000, 3, 湘药监械经营许20260003号"})
    void a_device_licence_number_tells_prefecture_and_year(String division, long serial, String number) {
        NumberRequest request = request("000172028000", HolderCodeType.CREDIT_CODE, division, Map.of());
        assertThat(NumberRule.DEVICE_OPERATION.number(request, serial)).isEqualTo(number);
    }

    @Test
    void what_a_number_is_made_of_must_be_there() {
        assertThatThrownBy(() -> NumberRule.FOOD_OPERATION.series(food(Map.of())))
                .isInstanceOf(NumberNotComposableException.class)
                .hasMessageContaining("主体业态");
        assertThatThrownBy(() -> NumberRule.FOOD_OPERATION.series(food(Map.of("主体业态", "其他"))))
                .isInstanceOf(NumberNotComposableException.class);
        assertThatThrownBy(() -> NumberRule.FOOD_PRODUCTION.series(food(Map.of("食品类别编码", "132"))))
                .isInstanceOf(NumberNotComposableException.class);
        assertThatThrownBy(() -> NumberRule.DRUG_OPERATION.series(food(Map.of())))
                .isInstanceOf(NumberNotComposableException.class);
        assertThatThrownBy(() -> NumberRule.DEVICE_OPERATION.series(
                        request("000172028000", HolderCodeType.CREDIT_CODE, "430124", Map.of())))
                .as("a county that is a city by now")
                .isInstanceOf(NumberNotComposableException.class);
    }

    @ParameterizedTest
    @CsvSource({"FOOD_OPERATION", "FOOD_PRODUCTION"})
    void series_fit_the_counter(NumberRule rule) {
        assertThat(rule.series(food(Map.of("主体业态", "餐饮服务经营者", "食品类别编码", "203"))))
                .matches("[!-~]{1,60}");
    }

    private static NumberRequest food(Map<String, String> fields) {
        return request("000131024000", HolderCodeType.CREDIT_CODE, "431002", fields);
    }

    private static NumberRequest request(
            String baseCode, HolderCodeType codeType, String division, Map<String, String> fields) {
        String code =
                switch (codeType) {
                    case CREDIT_CODE -> "91431000MA4YWT0E1N";
                    case CITIZEN_ID -> "431002199001013028";
                };
        return new NumberRequest(
                new BusinessItemCode("11431000MB1938148M3" + baseCode + "01"),
                new DivisionCode(division),
                new Holder("某某（示例）", code, codeType, new TreeMap<>(fields)),
                DAY);
    }
}
