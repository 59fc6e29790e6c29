package cn.yiwang.catalog.item;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.item.PublishGuide.Publication;
import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.ImplementationCode;
import cn.yiwang.standards.ServiceLevel;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Items of a test's own, so that what happens to them bothers nobody: known items at a body that did not offer them. */
@Component
public class TestItems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Items items;
    private final DraftGuide drafts;
    private final PublishGuide publish;

    TestItems(Items items, DraftGuide drafts, PublishGuide publish) {
        this.items = items;
        this.drafts = drafts;
        this.publish = publish;
    }

    /** Adds the item at the lead body, with a first version since January, and returns its code. */
    public String published(String baseCode, String sequence, String name) {
        return published(Guides.LEAD, baseCode, sequence, name);
    }

    public String published(String body, String baseCode, String sequence, String name) {
        var code = BusinessItemCode.of(
                ImplementationCode.of(new CreditCode(body), ServiceLevel.MUNICIPAL, new BaseCode(baseCode)), sequence);
        var item = items.add(new NewItem(name, code.baseCode().type(), code.body(), code.level(), code, name));
        var version = drafts.open(item, guide(code), "test-editor");
        publish.publish(item, new Publication(version, 1, FIRST_DAY, FIRST_DAY, "test-publisher", "测试"));
        return code.value();
    }

    /** The pharmacy's guide with the material codes of the item. */
    static Guide guide(BusinessItemCode code) {
        var text = Guides.pharmacyJson()
                .toString()
                .replace("M00017200500001", "M" + code.baseCode().value() + code.sequence());
        return JSON.readValue(text, Guide.class);
    }
}
