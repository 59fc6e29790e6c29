package cn.yiwang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.law.LawBook;
import cn.yiwang.catalog.rule.PublishRule;
import cn.yiwang.testsupport.ArchitectureRules;
import cn.yiwang.testsupport.OpenApiContract;
import cn.yiwang.testsupport.RoutesWithoutToken;
import cn.yiwang.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What holds for the service as a whole. */
@ServiceTest
class CatalogServiceTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mockMvc;

    @Test
    void its_classes_keep_the_house_rules() throws ClassNotFoundException {
        ArchitectureRules.check(
                "cn.yiwang.catalog",
                PublishRule.class,
                Class.forName("cn.yiwang.catalog.item.GuideLifecycle"),
                Class.forName("cn.yiwang.catalog.item.ItemLifecycle"),
                Class.forName("cn.yiwang.catalog.item.OfferedDays"),
                Class.forName("cn.yiwang.catalog.difference.Differences"),
                Class.forName("cn.yiwang.catalog.succession.Succession"),
                Class.forName("cn.yiwang.catalog.variance.Variance"),
                Class.forName("cn.yiwang.catalog.disclosure.DocumentLifecycle"),
                Class.forName("cn.yiwang.catalog.disclosure.ContentRules"),
                Class.forName("cn.yiwang.catalog.flowchart.FlowChartLayout"),
                Class.forName("cn.yiwang.catalog.onething.OneThingRule"),
                Class.forName("cn.yiwang.catalog.onething.MergedMaterial"),
                Class.forName("cn.yiwang.catalog.onething.PromisedTime"),
                Class.forName("cn.yiwang.catalog.transfer.content.CellReader"),
                Class.forName("cn.yiwang.catalog.transfer.content.ItemHead"),
                LawBook.class,
                Class.forName("cn.yiwang.catalog.rule.TimeLimitRules"),
                Class.forName("cn.yiwang.catalog.rule.GuideContentRules"),
                Class.forName("cn.yiwang.catalog.rule.LegalBasisRules"),
                Class.forName("cn.yiwang.catalog.rule.HandlingRules"),
                Class.forName("cn.yiwang.catalog.rule.MaterialRules"),
                Class.forName("cn.yiwang.catalog.rule.FeeRules"),
                Class.forName("cn.yiwang.catalog.rule.ContactRules"),
                Class.forName("cn.yiwang.catalog.rule.SituationRules"),
                Class.forName("cn.yiwang.catalog.rule.FormRules"),
                Class.forName("cn.yiwang.catalog.rule.FormReferences"),
                Class.forName("cn.yiwang.catalog.rule.StandardRules"),
                Class.forName("cn.yiwang.catalog.situation.EffectiveGuide"),
                Class.forName("cn.yiwang.catalog.situation.Answers"));
    }

    @Test
    void only_reading_what_is_published_needs_no_token() {
        RoutesWithoutToken.check(
                context,
                "GET /api/v1/items",
                "GET /api/v1/item-suggestions",
                "POST /api/v1/search-clicks",
                "GET /api/v1/items/{itemCode}",
                "GET /api/v1/items/{itemCode}/versions/{version}",
                "GET /api/v1/items/{itemCode}/state",
                "GET /api/v1/items/{itemCode}/differences",
                "GET /api/v1/catalog-snapshot",
                "GET /api/v1/directories/{kind}",
                "GET /api/v1/directories/negative-list",
                "GET /api/v1/directories/negative-list/{code}",
                "GET /api/v1/base-items/{code}",
                "GET /api/v1/implementations/{code}",
                "GET /api/v1/successions/{id}",
                "GET /api/v1/items/{itemCode}/documents",
                "GET /api/v1/items/{itemCode}/flow-chart",
                "GET /api/v1/items/{itemCode}/guide-page",
                "GET /api/v1/items/{itemCode}/guide-page.pdf",
                "GET /api/v1/documents",
                "GET /api/v1/documents/{documentId}",
                "POST /api/v1/items/{itemCode}/situations",
                "GET /api/v1/items/{itemCode}/form",
                "GET /api/v1/laws",
                "GET /api/v1/laws/{lawId}",
                "GET /api/v1/divisions",
                "GET /api/v1/bodies",
                "GET /api/v1/catalog-exports",
                "GET /api/v1/one-things",
                "GET /api/v1/one-things/{code}",
                "GET /api/v1/one-things/{code}/form",
                "POST /api/v1/one-things/{code}/situations");
    }

    @Test
    void no_two_shapes_of_the_api_have_one_name() {
        assertThat(SchemaNames.of(context)).hasSizeGreaterThan(50).allSatisfy((name, shapes) -> assertThat(shapes)
                .as("%s; give one of them a name with @Schema", name)
                .hasSize(1));
    }

    @Test
    void the_committed_openapi_document_is_fresh() {
        OpenApiContract.check(mockMvc, "catalog");
    }
}
