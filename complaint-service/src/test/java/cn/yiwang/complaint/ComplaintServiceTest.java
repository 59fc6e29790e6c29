package cn.yiwang.complaint;

import cn.yiwang.testsupport.ArchitectureRules;
import cn.yiwang.testsupport.OpenApiContract;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.RoutesWithoutToken;
import cn.yiwang.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class ComplaintServiceTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private ApplicationContext context;

    @Test
    void every_route_but_the_public_ones_needs_a_token() throws Exception {
        RoutesWithoutToken.check(context, "POST /api/v1/work-orders", "GET /api/v1/work-order-progress/{number}");
    }

    @Test
    void the_committed_api_document_is_fresh() throws Exception {
        OpenApiContract.check(http, "complaint");
    }

    @Test
    void every_problem_can_be_read_by_people() {
        ProblemTexts.check(ComplaintProblem.class);
    }

    @Test
    void the_service_is_built_as_the_house_is() {
        ArchitectureRules.check("cn.yiwang.complaint");
    }
}
