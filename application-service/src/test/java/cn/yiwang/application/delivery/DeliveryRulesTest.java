package cn.yiwang.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate DATED = LocalDate.of(2026, 11, 23);
    private final DeliveryMethods methods = new DeliveryMethods();

    /** Which day is the day of delivery: Civil Procedure Law Articles 87 to 95. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ELECTRONIC,    place=个人空间,                            2026-12-01, 2026-12-01",
                "WINDOW,        receivedOn=2026-11-25,                    2026-11-25, 2026-11-25",
                "MAIL,          sentOn=2026-11-24,                        2026-11-24, -",
                "MAIL,          sentOn=2026-11-24;receivedOn=2026-11-27,  2026-11-24, 2026-11-27",
                "LEFT,          leftOn=2026-11-30,                        2026-11-30, 2026-11-30",
                "PUBLIC_NOTICE, announcedOn=2026-12-01,                   2026-12-01, 2026-12-31",
                "PUBLIC_NOTICE, announcedOn=2026-11-23,                   2026-11-23, 2026-12-23"
            })
    void the_day_of_delivery_follows_from_the_method(Method method, String contents, String sent, String delivered) {
        var days = DeliveryRules.days(methods.of(method), map(contents), TODAY);
        assertThat(days.sentOn()).isEqualTo(LocalDate.parse(sent));
        assertThat(days.deliveredOn()).isEqualTo(delivered == null ? null : LocalDate.parse(delivered));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "WINDOW,        receivedOn=2026-11-22,                               delivery.day-outside",
                "WINDOW,        receivedOn=2026-12-02,                               delivery.day-outside",
                "WINDOW,        receivedOn=2026-11-23,                               -",
                "MAIL,          sentOn=2026-11-25;receivedOn=2026-11-27,             delivery.receiver-missing",
                "MAIL,          sentOn=2026-11-25;receivedOn=2026-11-24;receiver=张三, delivery.day-outside",
                "MAIL,          sentOn=2026-11-25,                                   -",
                "LEFT,          leftOn=2026-11-25,                                   delivery.witness-or-evidence",
                "LEFT,          leftOn=2026-11-25;witnesses=张三,                      -",
                "LEFT,          leftOn=2026-11-25;evidence=录像三段,                    -",
                "PUBLIC_NOTICE, announcedOn=2026-11-22,                              delivery.day-outside"
            })
    void what_cannot_be_is_refused(Method method, String contents, String message) {
        var findings = DeliveryRules.check(method, map(contents), DATED, TODAY);
        if (message == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).extracting(finding -> finding.message()).containsExactly(message);
        }
    }

    private static Map<String, Object> map(String text) {
        var map = new LinkedHashMap<String, Object>();
        for (var part : text.split(";", -1)) {
            var sides = part.split("=", 2);
            map.put(sides[0], sides[1]);
        }
        return map;
    }
}
