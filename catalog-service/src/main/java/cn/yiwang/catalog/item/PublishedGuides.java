package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.PublishedVersions.Ready;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The guides in force, for those who show them in another form. */
@Component
public class PublishedGuides {

    private final PublishedVersions versions;
    private final Clock clock;

    PublishedGuides(PublishedVersions versions, Clock clock) {
        this.versions = versions;
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
     * @throws ProblemException 404 when there is no such item, or none of its versions is in force
     */
    public InForce today(String itemCode) {
        Ready ready = versions.inForceOn(itemCode, ChinaTime.today(clock))
                .orElseThrow(() -> new ProblemException(
                        versions.wasEverPublished(itemCode)
                                ? CatalogProblem.ITEM_VERSION_NOT_FOUND
                                : CatalogProblem.ITEM_NOT_FOUND,
                        itemCode));
        return new InForce(ready.etag().replace("\"", ""), () -> GuideJson.version(ready.json()));
    }
}
