package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may come in at all: every route of every OpenAPI document is tried without a token, and with tokens that are none. */
@Order(10)
class TokensIT {

    /** What the architecture opens to everybody; everything else answers 401. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /api/v1/items",
            "GET /api/v1/items/{itemCode}",
            "GET /api/v1/items/{itemCode}/versions/{version}",
            "GET /api/v1/items/{itemCode}/state",
            "GET /api/v1/items/{itemCode}/differences",
            "GET /api/v1/items/{itemCode}/documents",
            "GET /api/v1/items/{itemCode}/flow-chart",
            "GET /api/v1/items/{itemCode}/form",
            "POST /api/v1/items/{itemCode}/situations",
            "GET /api/v1/laws",
            "GET /api/v1/laws/{lawId}",
            "GET /api/v1/items/{itemCode}/guide-page",
            "GET /api/v1/items/{itemCode}/guide-page.pdf",
            "GET /api/v1/item-suggestions",
            "POST /api/v1/search-clicks",
            "GET /api/v1/one-things",
            "GET /api/v1/one-things/{code}",
            "GET /api/v1/one-things/{code}/form",
            "POST /api/v1/one-things/{code}/situations",
            "GET /api/v1/catalog-exports",
            "GET /api/v1/catalog-snapshot",
            "GET /api/v1/directories/{kind}",
            "GET /api/v1/directories/negative-list",
            "GET /api/v1/directories/negative-list/{code}",
            "GET /api/v1/base-items/{code}",
            "GET /api/v1/implementations/{code}",
            "GET /api/v1/successions/{id}",
            "GET /api/v1/documents",
            "GET /api/v1/documents/{documentId}",
            "GET /api/v1/divisions",
            "GET /api/v1/bodies",
            "GET /api/v1/application-progress/{number}",
            "GET /api/v1/published-decisions",
            "GET /api/v1/published-decisions/{id}",
            "GET /api/v1/certificate-verifications/{identifier}",
            "POST /api/v1/work-orders",
            "GET /api/v1/work-order-progress/{number}",
            "GET /api/v1/webhook-keys");

    static List<Operation> operations() {
        return Operation.all();
    }

    @Test
    void exactly_the_public_routes_answer_without_a_token() {
        var open = new TreeSet<String>();
        var tried = new ArrayList<String>();
        for (var operation : operations()) {
            var answer = operation.call().send();
            tried.add(operation + " " + answer.status());
            assertThat(answer.status()).as("%s", answer).isLessThan(500);
            if (answer.status() != 401) {
                open.add(operation.toString());
            } else {
                answer.expectProblem(401, "unauthenticated");
            }
        }
        assertThat(tried).hasSizeGreaterThan(25);
        assertThat(open).as("%s", tried).isEqualTo(new TreeSet<>(PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void expired_forged_unsigned_and_foreign_tokens_open_nothing(Operation operation) {
        var token = Persona.APPROVER.token();
        for (var header :
                List.of(token.expired(), token.forged(), token.unsigned(), token.fromElsewhere(), "Bearer x.y.z")) {
            operation.call().as(header).send().expectProblem(401, "unauthenticated");
        }
    }
}
