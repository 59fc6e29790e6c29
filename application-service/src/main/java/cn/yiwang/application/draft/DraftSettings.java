package cn.yiwang.application.draft;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a body decides about drafts; no law sets the figure.
 *
 * @param keptFor how long a draft that nobody saves is kept
 */
@ConfigurationProperties("yiwang.drafts")
record DraftSettings(@DefaultValue("P180D") Duration keptFor) {

    DraftSettings {
        if (keptFor.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("yiwang.drafts.kept-for is a day at least, not " + keptFor);
        }
    }
}
