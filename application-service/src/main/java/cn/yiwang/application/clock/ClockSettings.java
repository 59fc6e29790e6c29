package cn.yiwang.application.clock;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the handler is reminded.
 *
 * @param remindBefore with how many working days left, each point once; the default is the platform's, no law sets it
 */
@ConfigurationProperties("yiwang.clock")
record ClockSettings(@DefaultValue("3,1") List<Integer> remindBefore) {

    ClockSettings {
        remindBefore = remindBefore.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (remindBefore.size() > 10 || remindBefore.stream().anyMatch(days -> days < 0 || days > 60)) {
            throw new IllegalArgumentException(
                    "yiwang.clock.remind-before takes at most 10 points of 0 to 60 working days");
        }
    }
}
