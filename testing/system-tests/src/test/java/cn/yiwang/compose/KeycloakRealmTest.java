package cn.yiwang.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeycloakRealmTest {

    private static final Path ROOT = root();
    private static final JsonNode REALM =
            JsonMapper.builder().build().readTree(ROOT.resolve("deploy/compose/keycloak/yiwang-realm.json"));

    @Test
    void the_roles_are_those_that_the_services_know() throws IOException {
        String source =
                Files.readString(ROOT.resolve("platform/starter/src/main/java/cn/yiwang/starter/identity/Role.java"));
        String constants =
                source.substring(source.indexOf("enum Role"), source.indexOf(';', source.indexOf("enum Role")));
        Set<String> known = new TreeSet<>();
        Matcher constant = Pattern.compile("\\b[A-Z][A-Z_]+\\b").matcher(constants);
        while (constant.find()) {
            known.add(constant.group().toLowerCase(Locale.ROOT));
        }

        assertThat(texts(REALM.at("/roles/realm"), "name")).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void a_person_s_token_carries_every_claim_that_the_services_read() {
        JsonNode scope = find(REALM.path("clientScopes"), "name", "yiwang-person");
        List<String> claims = new ArrayList<>();
        scope.path("protocolMappers").forEach(mapper -> {
            assertThat(mapper.at("/config/access.token.claim").asString()).isEqualTo("true");
            claims.add(mapper.path("config").path("claim.name").asString());
        });

        assertThat(claims)
                .containsExactlyInAnyOrder(
                        "name",
                        "subject_type",
                        "id_number",
                        "organization",
                        "organization_name",
                        "department",
                        "division",
                        "assurance",
                        "roles");
    }

    @Test
    void people_are_the_demo_people_and_have_no_password_of_their_own() throws IOException {
        String source = Files.readString(
                ROOT.resolve("platform/local-stack/src/main/java/cn/yiwang/localstack/identity/DemoPeople.java"));
        List<String> logins = new ArrayList<>();
        Matcher login = Pattern.compile("(?:agent\\(|staff\\(|new DemoPerson\\(\\s*)\"([a-z-]+)\"")
                .matcher(source);
        while (login.find()) {
            logins.add(login.group(1));
        }

        assertThat(texts(REALM.path("users"), "username")).containsExactlyInAnyOrderElementsOf(logins);
        REALM.path("users")
                .forEach(user ->
                        assertThat(user.at("/credentials/0/value").asString()).isEqualTo("${DEMO_PASSWORD}"));
    }

    @Test
    void nobody_holds_two_of_the_three_administrators_roles() {
        List<String> administrators = List.of("system_admin", "security_admin", "auditor");
        REALM.path("users").forEach(user -> {
            long held = user.path("realmRoles")
                    .valueStream()
                    .filter(role -> administrators.contains(role.asString()))
                    .count();
            assertThat(held).as(user.path("username").asString()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void systems_have_their_secret_from_outside_and_can_do_nothing_but_ask_for_their_token() {
        REALM.path("clients").forEach(client -> {
            String id = client.path("clientId").asString();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as(id)
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).as(id).isFalse();
            if (client.path("publicClient").asBoolean()) {
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asString())
                        .isEqualTo("S256");
            } else {
                assertThat(client.path("secret").asString()).as(id).matches("\\$\\{[A-Z_]+_CLIENT_SECRET}");
                assertThat(client.path("standardFlowEnabled").asBoolean())
                        .as(id)
                        .isFalse();
                assertThat(client.path("fullScopeAllowed").asBoolean()).as(id).isFalse();
            }
        });
    }

    @Test
    void every_client_s_scopes_exist() {
        List<String> scopes = texts(REALM.path("clientScopes"), "name");
        REALM.path("clients").forEach(client -> client.path("defaultClientScopes")
                .forEach(scope -> assertThat(scopes).contains(scope.asString())));
    }

    @Test
    void people_cannot_change_what_is_said_about_them() {
        String profile = REALM.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asString();

        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(profile)
                        .path("unmanagedAttributePolicy")
                        .asString())
                .isEqualTo("ADMIN_EDIT");
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(node -> node.path(field).asString()).toList();
    }

    private static JsonNode find(JsonNode array, String field, String value) {
        return array.valueStream()
                .filter(node -> node.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
