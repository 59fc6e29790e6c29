package cn.yiwang.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.standards.InvalidCodeException.Kind;
import cn.yiwang.standards.InvalidCodeException.Reason;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11430000MB1599860M", "11430000MB169231XX", "11431000MB1938148M", "11430200MB1615904K",
                "11431026MB0R05447F", "11430281MB0W25573M", "11440113MB2C92966P", "11430000006122244L",
                "11220000013544541J", "11330105002500287C", "11100000000013338W", "11100000MB03271699",
                "12441500196720244T", "91431000MA4YWT0E1N"
            })
    void a_genuine_credit_code_is_accepted_and_every_single_slip_in_it_is_refused(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(new CreditCode(code).division()).isEqualTo(code.substring(2, 8));
        everySubstitution(code, ALPHANUMERIC, CreditCode::isValid);
        everyTransposition(code, CreditCode::isValid);
    }

    @ParameterizedTest
    @CsvSource({
        "11430000MB1599860, LENGTH",
        "11430000MB1599860MM, LENGTH",
        "'', LENGTH",
        "11430000mb1599860m, CHARACTER",
        "11430000MB15998O0M, CHARACTER", // the letter O
        "1143000 MB1599860M, CHARACTER",
        "１1430000MB1599860M, CHARACTER", // a full-width digit
        "01430000MB1599860M, STRUCTURE",
        "11990000MB1599860M, STRUCTURE", // no such province
        "11430000MB1599860N, CHECK_CHARACTER"
    })
    void a_wrong_credit_code_is_refused_with_its_reason(String code, Reason reason) {
        assertRefused(() -> new CreditCode(code), Kind.CREDIT_CODE, reason);
    }

    @Test
    void no_citizen_id_number_passes_for_a_credit_code() {
        for (int sequence = 0; sequence < 1000; sequence++) {
            // 433101 as an id number reads as a credit code registered in Shanghai, so only the check character is in
            // the way
            String first17 = "43310119900101%03d".formatted(sequence);
            String id = first17 + CheckCharacters.citizenId(first17);
            assertThat(CitizenId.isValid(id)).isTrue();
            assertThat(CreditCode.isValid(id)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "431002198506152010", "431002199001013028"})
    void a_citizen_id_is_accepted_and_every_single_slip_in_it_is_refused(String id) {
        assertThat(CitizenId.isValid(id)).isTrue();
        everySubstitution(id, "0123456789X", CitizenId::isValid);
        everyTransposition(id, CitizenId::isValid);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002, LENGTH",
        "11010519491231002x, CHARACTER",
        "110105194912X1002X, CHARACTER",
        "99010519491231002X, STRUCTURE",
        "11010518491231002X, STRUCTURE",
        "110105194902300020, DATE",
        "110105194913010020, DATE",
        "110105190002290020, DATE", // 1900 was no leap year
        "110105194912310020, CHECK_CHARACTER"
    })
    void a_wrong_citizen_id_is_refused_with_its_reason(String id, Reason reason) {
        assertRefused(() -> new CitizenId(id), Kind.CITIZEN_ID, reason);
    }

    @Test
    void a_citizen_id_tells_the_birth_date_and_whether_its_bearer_can_be_alive() {
        CitizenId id = new CitizenId("11010519491231002X");
        assertThat(id.birthDate()).isEqualTo("1949-12-31");
        assertThat(id.isPlausibleOn(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(id.isPlausibleOn(LocalDate.of(1949, 12, 31))).isTrue();
        assertThat(id.isPlausibleOn(LocalDate.of(1949, 12, 30))).isFalse();
        assertThat(id.isPlausibleOn(LocalDate.of(2080, 1, 1))).isFalse();
    }

    @Test
    void neither_the_text_form_nor_a_refusal_shows_a_citizen_id() {
        assertThat(new CitizenId("431002199001013028")).hasToString("431002********3028");
        assertThatThrownBy(() -> new CitizenId("431002199001013029")).hasMessageNotContaining("19900101");
    }

    @ParameterizedTest
    @CsvSource({
        "430000, true",
        "431000, true",
        "431002, true",
        "430001, false",
        "990000, false",
        "43100, false",
        "431O00, false",
        "000000, false"
    })
    void a_division_code_has_a_province_a_prefecture_and_a_county(String code, boolean valid) {
        assertThat(DivisionCode.isValid(code)).isEqualTo(valid);
    }

    @Test
    void a_division_contains_itself_and_everything_below() {
        DivisionCode hunan = new DivisionCode("430000");
        DivisionCode chenzhou = new DivisionCode("431000");
        DivisionCode rucheng = new DivisionCode("431026");
        assertThat(hunan.contains(rucheng)).isTrue();
        assertThat(chenzhou.contains(rucheng)).isTrue();
        assertThat(chenzhou.contains(chenzhou)).isTrue();
        assertThat(rucheng.contains(chenzhou)).isFalse();
        assertThat(rucheng.parent()).contains(chenzhou);
        assertThat(chenzhou.parent()).contains(hunan);
        assertThat(hunan.parent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11100000000013338W011, 11430000006122244L, 20230000403, 1, U",
        "11100000000013338W032, 11220000013544541J, 2430599, 1, F",
        "11100000MB03271699022, 340100, 000000016, 1, 9",
        "11100000000013338W009, 11330105002500287C, 2025052201, 2, 0"
    })
    void a_published_certificate_identifier_is_composed_again_and_every_single_slip_in_it_is_refused(
            String type, String issuer, String serial, int version, String check) {
        String text = "1.2.156.3005.2.%s.%s.%s.%03d.%s".formatted(type, issuer, serial, version, check);
        CertificateIdentifier identifier = CertificateIdentifier.of(type, issuer, serial, version);
        assertThat(identifier.value()).isEqualTo(text);
        assertThat(CertificateIdentifier.parse(text)).isEqualTo(identifier);
        assertThat(identifier.type()).isEqualTo(new CertificateType(type));
        assertThat(identifier.issuerCode()).isEqualTo(issuer);
        assertThat(identifier.serial()).isEqualTo(serial);
        assertThat(identifier.version()).isEqualTo(version);
        everySubstitution(text, ALPHANUMERIC + ".", CertificateIdentifier::isValid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.156.3005.2",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U.",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.u",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244M.20230000403.001.U",
                " 1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U\n"
            })
    void what_only_resembles_a_certificate_identifier_is_refused(String text) {
        assertThat(CertificateIdentifier.isValid(text)).isFalse();
    }

    @Test
    void the_longest_identifier_has_the_length_that_columns_are_made_for() {
        String longest = CertificateIdentifier.of("11430000MB1599860M001", "11431000MB1938148M", "Z".repeat(32), 999)
                .value();
        assertThat(longest).hasSizeLessThanOrEqualTo(CertificateIdentifier.MAX_LENGTH);
        assertThat(CertificateIdentifier.isValid(longest)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SC10741018302531",
                "SC10744030704994",
                "SC11351090100010",
                "SC12336098200173",
                "SC12434017430075"
            })
    void a_genuine_food_licence_number_is_accepted_and_every_single_slip_in_it_is_refused(String number) {
        assertThat(LicenceNumber.isValid(number)).isTrue();
        assertThat(LicenceNumber.foodProduction(
                        number.substring(2, 5),
                        new LicenceNumber(number).division(),
                        Integer.parseInt(number.substring(11, 15))))
                .isEqualTo(new LicenceNumber(number));
        everySubstitution(number, ALPHANUMERIC, LicenceNumber::isValid);
    }

    @Test
    void a_food_operation_licence_number_is_composed_with_its_check_digit() {
        LicenceNumber number = LicenceNumber.foodOperation(2, new DivisionCode("431002"), 17);
        assertThat(number.value()).startsWith("JY2431002000017").hasSize(16);
        assertThat(number.division()).isEqualTo(new DivisionCode("431002"));
        assertThat(number.isFoodProduction()).isFalse();
        everySubstitution(number.value(), "0123456789", LicenceNumber::isValid);
        assertThatThrownBy(() -> LicenceNumber.foodOperation(2, new DivisionCode("431002"), 1_000_000))
                .isInstanceOf(InvalidCodeException.class);
    }

    private static void everySubstitution(String valid, String alphabet, Predicate<String> accepted) {
        for (int i = 0; i < valid.length(); i++) {
            for (char other : alphabet.toCharArray()) {
                if (other != valid.charAt(i)) {
                    String damaged = valid.substring(0, i) + other + valid.substring(i + 1);
                    assertThat(accepted.test(damaged)).as(damaged).isFalse();
                }
            }
        }
    }

    private static void everyTransposition(String valid, Predicate<String> accepted) {
        for (int i = 0; i + 1 < valid.length(); i++) {
            if (valid.charAt(i) != valid.charAt(i + 1)) {
                String damaged = valid.substring(0, i) + valid.charAt(i + 1) + valid.charAt(i) + valid.substring(i + 2);
                assertThat(accepted.test(damaged)).as(damaged).isFalse();
            }
        }
    }

    private static void assertRefused(Runnable construction, Kind kind, Reason reason) {
        Consumer<Throwable> sameReason = thrown -> {
            assertThat(thrown).isInstanceOf(InvalidCodeException.class);
            InvalidCodeException refusal = (InvalidCodeException) thrown;
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.reason()).isEqualTo(reason);
        };
        assertThatThrownBy(construction::run).satisfies(sameReason);
    }
}
