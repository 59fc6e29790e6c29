package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.PublishedVersions.Ready;
import cn.yiwang.standards.calendar.ChinaTime;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The guides in force, for those who show them in another form. */
@Component
public class PublishedGuides {

    private final PublishedVersions versions;
    private final WhyNotOffered why;
    private final Clock clock;

    PublishedGuides(PublishedVersions versions, WhyNotOffered why, Clock clock) {
        this.versions = versions;
        this.why = why;
        this.clock = clock;
    }

    /**
     * A version in force, parsed only when somebody looks.
     *
     * @param tag changes with anything in the version
     */
    public record InForce(String tag, Supplier<ItemVersionView> version) {}

    /**
     * The version of an item's guide in force today.
     *
     * @throws cn.yiwang.starter.problem.ProblemException when there is no such item, or it cannot be applied for today, saying why
     */
    public InForce today(String itemCode) {
        var today = ChinaTime.today(clock);
        Ready ready = versions.inForceOn(itemCode, today).orElseThrow(() -> why.noneIsInForceOn(itemCode, today));
        return new InForce(ready.etag().replace("\"", ""), () -> GuideJson.version(ready.json()));
    }
}
