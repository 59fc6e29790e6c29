package cn.yiwang.exchange;

import cn.yiwang.exchange.delivery.DeliveryRules;
import cn.yiwang.exchange.subscription.EventPattern;
import cn.yiwang.testsupport.ArchitectureRules;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.OpenApiContract;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.RoutesWithoutToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@ExchangeTest
class DataExchangeServiceTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private ApplicationContext context;

    @Test
    void every_route_but_the_public_ones_needs_a_token() {
        RoutesWithoutToken.check(context, "GET /api/v1/webhook-keys");
    }

    @Test
    void the_committed_api_document_is_fresh() {
        OpenApiContract.check(http, "exchange");
    }

    @Test
    void every_problem_can_be_read_by_people() {
        ProblemTexts.check(ExchangeProblem.class);
    }

    @Test
    void the_service_is_built_as_the_house_is() {
        ArchitectureRules.check("cn.yiwang.exchange", EventPattern.class, DeliveryRules.retrySchedule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription-registered", "subscription-removed", "delivery-failed"})
    void every_example_is_an_event_of_its_schema(String name) {
        Contracts.checkEvent("exchange", Contracts.example("exchange", "cn.yiwang.exchange." + name + ".v1"));
    }
}
