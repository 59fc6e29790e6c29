package cn.yiwang.starter.identity;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.WebSlice;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebSlice
class AccessTokensTest {

    @Autowired
    MockMvc mvc;

    @Test
    void a_token_becomes_the_actor() throws Exception {
        mvc.perform(get("/api/v1/me").header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subject").value("reviewer-1"))
                .andExpect(jsonPath("$.name").value("审查员"))
                .andExpect(jsonPath("$.type").value("STAFF"))
                .andExpect(jsonPath("$.department").value("11431000MB1938148M"))
                .andExpect(jsonPath("$.roles", containsInAnyOrder("REVIEWER")))
                .andExpect(jsonPath("$.scopes", containsInAnyOrder("internal", "other")))
                .andExpect(jsonPath("$.assurance").value(2));
    }

    @Test
    void a_second_issuer_is_trusted_beside_the_first_and_found_by_discovery() throws Exception {
        mvc.perform(get("/api/v1/me").header("Authorization", Issuer.SECOND.bearer()))
                .andExpect(status().isOk());
    }

    @Test
    void the_same_subject_of_two_issuers_is_two_actors() throws Exception {
        mvc.perform(get("/api/v1/me").header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(jsonPath("$.subject").value("reviewer-1"));
        mvc.perform(get("/api/v1/me").header("Authorization", Issuer.SECOND.bearer()))
                .andExpect(jsonPath("$.subject").value(Issuer.SECOND.uri() + "#reviewer-1"))
                .andExpect(jsonPath("$.name").value("审查员"));
    }

    @Test
    void without_a_token_it_is_401_in_front_of_every_route_known_or_not() throws Exception {
        for (String path : List.of("/api/v1/me", "/api/v1/nowhere", "/", "/actuator/env", "/error")) {
            mvc.perform(get(path))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", "Bearer"))
                    .andExpect(jsonPath("$.type").value("/problems/unauthenticated"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused_tokens(String why, String token) throws Exception {
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                .andExpect(jsonPath("$.type").value("/problems/unauthenticated"));
    }

    static Stream<Arguments> refused_tokens() {
        Issuer issuer = Issuer.FIRST;
        JWTClaimsSet good = issuer.claims().build();
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("signed by a foreign key", issuer.forge(good)),
                Arguments.of("unsigned", issuer.unsigned(good)),
                Arguments.of("public key taken for a secret", issuer.signedWithPublicKeyAsSecret(good)),
                Arguments.of("nonsense", "abc.def.ghi"),
                Arguments.of("cut short", issuer.sign(good).substring(0, 200)),
                Arguments.of(
                        "unknown issuer",
                        Issuer.UNKNOWN.sign(Issuer.UNKNOWN.claims().build())),
                Arguments.of(
                        "another issuer's name on an own key",
                        Issuer.SECOND.sign(Issuer.FIRST.claims().build())),
                Arguments.of(
                        "no issuer", issuer.sign(issuer.claims().issuer(null).build())),
                Arguments.of(
                        "expired more than half a minute ago",
                        issuer.sign(issuer.claims()
                                .issueTime(Date.from(now.minusSeconds(300)))
                                .expirationTime(Date.from(now.minusSeconds(40)))
                                .build())),
                Arguments.of(
                        "no expiry",
                        issuer.sign(issuer.claims().expirationTime(null).build())),
                Arguments.of(
                        "not yet valid",
                        issuer.sign(issuer.claims()
                                .notBeforeTime(Date.from(now.plusSeconds(60)))
                                .build())),
                Arguments.of(
                        "a subject dressed as one of another issuer",
                        issuer.sign(issuer.claims()
                                .subject(Issuer.SECOND.uri() + "#reviewer-1")
                                .build())),
                Arguments.of(
                        "no subject", issuer.sign(issuer.claims().subject(null).build())),
                Arguments.of(
                        "no subject type",
                        issuer.sign(issuer.claims().claim("subject_type", null).build())),
                Arguments.of(
                        "unknown subject type",
                        issuer.sign(
                                issuer.claims().claim("subject_type", "robot").build())),
                Arguments.of(
                        "control character in the name",
                        issuer.sign(issuer.claims().claim("name", "a\u0000b").build())),
                Arguments.of(
                        "assurance out of range",
                        issuer.sign(issuer.claims().claim("assurance", 9).build())));
    }

    @ParameterizedTest
    @CsvSource({
        "'system_admin,security_admin', 403",
        "'system_admin,auditor', 403",
        "'security_admin,auditor', 403",
        "'auditor,reviewer,security_admin,system_admin', 403",
        "'auditor,auditor', 200",
        "'system_admin,supervisor,data_steward', 200",
        "'security_admin,another_admin', 200"
    })
    void the_three_administrators_are_never_one_person(String roles, int expected) throws Exception {
        String token = "Bearer "
                + Issuer.FIRST.sign(Issuer.FIRST
                        .claims()
                        .claim("roles", List.of(roles.split(",")))
                        .build());
        for (String path : List.of("/api/v1/me", "/api/v1/greetings/Li")) {
            ResultActions answer =
                    mvc.perform(get(path).header("Authorization", token)).andExpect(status().is(expected));
            if (expected == 403) {
                answer.andExpect(jsonPath("$.type").value("/problems/administrators-combined"));
            }
        }
    }

    @Test
    void clocks_may_differ_by_half_a_minute() throws Exception {
        String token = Issuer.FIRST.sign(Issuer.FIRST
                .claims()
                .issueTime(Date.from(Instant.now().minusSeconds(300)))
                .expirationTime(Date.from(Instant.now().minusSeconds(20)))
                .build());
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk());
    }

    @Test
    void a_public_route_answers_strangers_and_still_knows_who_calls() throws Exception {
        mvc.perform(get("/api/v1/greetings/Li"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.greeting").value("Li stranger"));
        mvc.perform(get("/api/v1/greetings/Li").header("Authorization", Issuer.FIRST.bearer()))
                .andExpect(jsonPath("$.greeting").value("Li reviewer-1"));
    }

    @Test
    void a_refused_token_is_refused_on_a_public_route_too() throws Exception {
        mvc.perform(get("/api/v1/greetings/Li").header("Authorization", "Bearer abc"))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/info",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void operations_need_no_token(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isOk());
    }

    @Test
    void method_security_looks_at_roles_and_scopes() throws Exception {
        String token = Issuer.FIRST.bearer();
        mvc.perform(get("/api/v1/reviews").header("Authorization", token)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/secrets").header("Authorization", token))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/forbidden"));
    }
}
