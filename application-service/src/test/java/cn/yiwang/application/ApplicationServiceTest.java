package cn.yiwang.application;

import cn.yiwang.application.deadline.DueDates;
import cn.yiwang.application.document.DocumentProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Transitions;
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

class ApplicationServiceTest extends ApplicationTest {

    @Test
    void it_keeps_the_rules_of_the_house() {
        ArchitectureRules.check(
                "cn.yiwang.application",
                Status.class,
                Transitions.class,
                ApplicationEvent.class,
                DueDates.class,
                Guide.class);
    }

    @Test
    void its_rules_of_submission_know_no_technology() throws ClassNotFoundException {
        ArchitectureRules.check(
                "cn.yiwang.application",
                Class.forName(Application.class.getPackageName() + ".SubmissionRules"),
                Class.forName(DueDates.class.getPackageName() + ".LegalRules"));
    }

    @Test
    void only_progress_and_published_decisions_answer_without_a_token(@Autowired ApplicationContext context) {
        RoutesWithoutToken.check(
                context,
                "GET /api/v1/application-progress/{number}",
                "GET /api/v1/published-decisions",
                "GET /api/v1/published-decisions/{id}");
    }

    @Test
    void its_open_api_is_the_committed_one() {
        OpenApiContract.check(mockMvc, "application");
    }

    @Test
    void every_problem_can_be_read_by_people() {
        ProblemTexts.check(ApplicationProblem.class);
        ProblemTexts.check(DocumentProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted",
                "departments-consulted",
                "materials-checked",
                "department-escalated",
                "forwarded",
                "pre-reviewed",
                "corrected-on-the-spot",
                "correction-requested",
                "corrected",
                "accepted",
                "not-accepted",
                "department-reviewed",
                "evaluation-invited",
                "suspended",
                "resumed",
                "terminated",
                "granted",
                "partly-granted",
                "refused",
                "withdrawn",
                "delivered",
                "materials-promised",
                "promised-material-handed-in",
                "promised-material-missed",
                "commitment-checked",
                "due-soon",
                "overdue",
                "document-issued",
                "document-delivered",
                "decision-published",
                "publication-withdrawn"
            })
    void every_event_has_a_schema_and_an_example_that_fits(String event) {
        Contracts.checkEvent("application", Contracts.example("application", "cn.yiwang.application." + event + ".v1"));
    }
}
