package cn.yiwang.application.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When granted decisions are published.
 *
 * @param afterDays how many days after the decision at the earliest, so that a slip of the same day never becomes public
 * @param withinWorkingDays the limit. The figure 7 is the one usually named for 双公示; no text of it was at hand to confirm it, so a region
 *     sets what binds it
 */
@ConfigurationProperties("yiwang.publication")
record PublicationProperties(
        @DefaultValue("1") int afterDays, @DefaultValue("7") int withinWorkingDays) {

    PublicationProperties {
        if (afterDays < 0 || withinWorkingDays < 1) {
            throw new IllegalArgumentException(
                    "yiwang.publication: after-days is not negative, within-working-days at least 1");
        }
    }
}
