package cn.yiwang.catalog.item;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

@Service
class ReadGuidesInForce implements GuidesInForce {

    private final PublishedVersions published;
    private final WhyNotOffered why;
    private final JdbcItems items;
    private final GuideVersions versions;

    ReadGuidesInForce(PublishedVersions published, WhyNotOffered why, JdbcItems items, GuideVersions versions) {
        this.published = published;
        this.why = why;
        this.items = items;
        this.versions = versions;
    }

    @Override
    public InForce inForce(String itemCode, LocalDate day) {
        int number = published.numberOfferedOn(itemCode, day).orElseThrow(() -> why.noneIsInForceOn(itemCode, day));
        var item = items.find(itemCode).orElseThrow();
        var version = versions.find(item, number).orElseThrow();
        return new InForce(itemCode, item.name(), number, GuideJson.read(version.guide()));
    }
}
