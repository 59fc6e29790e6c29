package cn.yiwang.application.correction;

import cn.yiwang.application.correction.Correction.Consequence;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a notice leaves the applicant unless it says otherwise. No law sets either figure in general: they are defaults to be set by
 * the body.
 *
 * @param amount the length of the period
 * @param unit what it is counted in
 * @param consequence what follows when it is missed
 */
@ConfigurationProperties("yiwang.corrections")
record CorrectionSettings(
        @DefaultValue("10") int amount,
        @DefaultValue("WORKING_DAY") LimitUnit unit,
        @DefaultValue("NOT_ACCEPTED") Consequence consequence) {

    TimeLimit period() {
        return new TimeLimit(amount, unit);
    }
}
