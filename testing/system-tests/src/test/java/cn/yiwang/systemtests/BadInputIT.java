package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of every OpenAPI document is sent what it must refuse. The documents say what is valid, so a field that is added
 * tomorrow is tried tomorrow.
 */
@Order(20)
class BadInputIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Map<String, Long> before = Map.of();

    static List<Operation> operations() {
        return Operation.all();
    }

    static List<Operation> operationsWithBody() {
        return operations().stream()
                .filter(operation -> operation.bodySchema().isPresent())
                .toList();
    }

    @BeforeAll
    static void remember_what_was_published() {
        before = Broker.sizes();
    }

    @AfterAll
    static void nothing_was_published_meanwhile() {
        assertThat(Broker.sizes()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_that_is_no_json_is_refused(Operation operation) {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("cut off", "{\"a\": ");
        bodies.put("no JSON at all", "<xml/>");
        if (operation.definition().path("requestBody").path("required").asBoolean(false)) {
            bodies.put("nothing", "");
        }
        bodies.put("a list", "[]");
        bodies.put("text", "\"text\"");
        bodies.put("two values", "{} {}");
        bodies.put("a key twice", "{\"a\": 1, \"a\": 2}");
        bodies.put("deeper than any form", "{\"a\":".repeat(600) + "1" + "}".repeat(600));
        var soft = new SoftAssertions();
        bodies.forEach((what, body) -> {
            var answer = authorized(operation).json(body).send();
            soft.assertThatCode(() -> answer.expectProblem(400)).as(what).doesNotThrowAnyException();
        });
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_of_another_media_type_is_refused(Operation operation) {
        authorized(operation)
                .json("{}")
                .header("Content-Type", "text/plain")
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_field_that_is_wrong_is_refused_by_name(Operation operation) {
        var soft = new SoftAssertions();
        for (var mutation :
                Mutation.of(operation.schemas(), operation.bodySchema().orElseThrow())) {
            var answer = authorized(operation).json(mutation.body()).send();
            soft.assertThatCode(() -> {
                        answer.expectProblem(400);
                        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("pointer")
                                        .asString("")))
                                .as("%s", answer)
                                .anyMatch(pointer -> mutation.pointer().startsWith(pointer)
                                        || pointer.startsWith(mutation.pointer()));
                    })
                    .as("%s", mutation)
                    .doesNotThrowAnyException();
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_parameter_that_is_wrong_is_refused(Operation operation) {
        var soft = new SoftAssertions();
        operation.parameters("query").forEach(parameter -> {
            var name = parameter.path("name").asString();
            badValues(name, operation.schemas().type(operation.schemas().resolve(parameter.path("schema"))))
                    .forEach(value -> {
                        var query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                        var answer = as(operation, Call.of(operation.method(), operation.concretePath() + query))
                                .send();
                        soft.assertThatCode(answer::expectProblem)
                                .as("%s = %s", name, value.length() > 40 ? value.substring(0, 40) : value)
                                .doesNotThrowAnyException();
                    });
        });
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_id_that_is_none_finds_nothing_and_breaks_nothing(Operation operation) {
        var variables = operation.parameters("path").toList();
        var soft = new SoftAssertions();
        for (var bad :
                List.of("x", "-1", "%00", "%07", "..%2f..", "%27%20OR%201=1", "%F0%9F%8F%A5", "0".repeat(3000))) {
            var path = operation.path();
            for (var variable : variables) {
                path = path.replace("{" + variable.path("name").asString() + "}", bad);
            }
            if (!path.equals(operation.path())) {
                var call = as(
                                operation,
                                Call.of(operation.method(), path)
                                        .header(
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString()))
                        .ifMatch("\"1\"");
                var answer = (operation.method().equals("GET") ? call : call.json("{}")).send();
                soft.assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
            }
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void headers_that_are_wrong_are_refused(Operation operation) {
        var names = operation
                .parameters("header")
                .map(header -> header.path("name").asString())
                .toList();
        var soft = new SoftAssertions();
        var body = operation
                .bodySchema()
                .map(schema -> JSON.writeValueAsString(operation.schemas().sample(schema)))
                .orElse("");
        var call =
                body.isEmpty() ? authorized(operation) : authorized(operation).json(body);
        if (names.contains("Idempotency-Key")) {
            soft.assertThatCode(() -> call.without("Idempotency-Key").send().expectProblem())
                    .doesNotThrowAnyException();
            soft.assertThatCode(() -> call.key("k".repeat(201)).send().expectProblem())
                    .doesNotThrowAnyException();
        }
        if (names.contains("If-Match")) {
            for (var tag : List.of("*", "W/\"1\"", "1", "\"x\"", "\"99999999999999999999\"", "\"1\", \"2\"")) {
                soft.assertThatCode(() -> call.ifMatch(tag).send().expectProblem())
                        .as(tag)
                        .doesNotThrowAnyException();
            }
            soft.assertThatCode(() -> call.without("If-Match").send().expectProblem())
                    .doesNotThrowAnyException();
        }
        soft.assertAll();
    }

    private static List<String> badValues(String name, String type) {
        var values = new ArrayList<String>();
        if (type.equals("integer")) {
            values.addAll(List.of("x", "-1", "99999999999999999999", "1.5", "\u0000"));
        }
        if (name.equals("limit")) {
            values.addAll(List.of("0", "101"));
        }
        if (name.equals("after")) {
            values.addAll(List.of("x", "\u0000", "💊", "a".repeat(3000)));
        }
        if (name.equals("on")) {
            values.addAll(List.of("tomorrow", "2026-02-30", "99999-01-01"));
        }
        return values;
    }

    private static Call authorized(Operation operation) {
        return as(operation, operation.call());
    }

    /**
     * Somebody who may do everything an official may: what is refused is refused for its content. Of the three administrators nobody can be
     * more than one.
     */
    private static Call as(Operation operation, Call call) {
        var administrator = operation.path().contains("/audit-") ? Role.AUDITOR : Role.SYSTEM_ADMIN;
        var others = EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);
        others.remove(administrator);
        return call.as(Tokens.staff("system-test-" + UUID.randomUUID())
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .with("organization", Persona.COMPANY)
                .with("organization_name", "郴州安康大药房有限公司（示例）")
                .roles(EnumSet.complementOf(others).toArray(Role[]::new))
                .bearer());
    }
}
