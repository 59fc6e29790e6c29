package cn.yiwang.application.commitment;

import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Figures that no national rule sets; the defaults are to be replaced by those of the province.
 *
 * @param laterMaterials working days from acceptance for a promised material
 * @param check working days from the grant within which a commitment is checked
 * @param missed what follows when a promised material does not come
 */
@ConfigurationProperties("yiwang.commitments")
record CommitmentSettings(
        @DefaultValue("10") int laterMaterials,
        @DefaultValue("40") int check,
        @DefaultValue("TERMINATED") MissedPromise missed) {

    TimeLimit forLaterMaterials() {
        return new TimeLimit(laterMaterials, LimitUnit.WORKING_DAY);
    }

    TimeLimit forCheck() {
        return new TimeLimit(check, LimitUnit.WORKING_DAY);
    }
}
