package cn.yiwang.exchange.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.exchange.event.EventOwner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    @ParameterizedTest
    @CsvSource({
        "cn.yiwang.application.accepted.v1, cn.yiwang.application.accepted.v1, true",
        "cn.yiwang.application.accepted.v1, cn.yiwang.application.accepted.v2, false",
        "cn.yiwang.application.accepted.v1, cn.yiwang.application.accepted.v10, false",
        "cn.yiwang.application.*, cn.yiwang.application.accepted.v1, true",
        "cn.yiwang.application.*, cn.yiwang.catalog.published.v1, false",
        "cn.yiwang.application.accepted.*, cn.yiwang.application.accepted.v2, true",
        "cn.yiwang.application.accept.*, cn.yiwang.application.accepted.v2, false",
        "cn.yiwang.*, cn.yiwang.complaint.filed.v1, true"
    })
    void a_pattern_means_one_type_or_all_that_begin_alike(String pattern, String type, boolean matches) {
        assertThat(new EventPattern(pattern).matches(type)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "cn.yiwang",
                "cn.yiwang.application",
                "cn.yiwang.application.acc*",
                "cn.yiwang.unknown.*",
                "cn.yiwang.exchange.delivery-failed.v1",
                "cn.yiwang.application.accepted",
                "cn.yiwang.application.*.v1",
                "cn.yiwang.v1",
                "CN.YIWANG.*",
                "cn.yiwang.application.accepted.v1 ",
                "cn.yiwang.application.accepted.v1\ncn.yiwang.*"
            })
    void anything_else_is_no_pattern(String text) {
        assertThat(EventPattern.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cn.yiwang.complaint.*, cn.yiwang.complaint.filed.v1, true",
        "cn.yiwang.complaint.*, cn.yiwang.complaint.filed.*, true",
        "cn.yiwang.complaint.*, cn.yiwang.complaint.*, true",
        "cn.yiwang.complaint.*, cn.yiwang.*, false",
        "cn.yiwang.complaint.filed.v1, cn.yiwang.complaint.filed.*, false",
        "cn.yiwang.*, cn.yiwang.catalog.*, true"
    })
    void a_pattern_covers_what_lies_within_it(String outer, String inner, boolean covers) {
        assertThat(new EventPattern(outer).covers(new EventPattern(inner))).isEqualTo(covers);
    }

    @Test
    void a_pattern_tells_whose_events_it_means() {
        assertThat(new EventPattern("cn.yiwang.*").owners()).containsExactlyInAnyOrder(EventOwner.values());
        assertThat(new EventPattern("cn.yiwang.catalog.published.v1").owners()).containsExactly(EventOwner.CATALOG);
        assertThat(EventOwner.CATALOG.topic()).isEqualTo("yiwang.catalog");
    }
}
