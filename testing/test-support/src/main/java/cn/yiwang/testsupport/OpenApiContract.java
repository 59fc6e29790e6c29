package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.TreeMap;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the committed OpenAPI document of a service true. {@code -Dyiwang.contracts.update=true} writes it anew; the diff is then read
 * like any other change of a promise.
 */
public final class OpenApiContract {

    private static final String UPDATE = "yiwang.contracts.update";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApiContract() {}

    /** Compares what the service says about itself with {@code contracts/<owner>/openapi.json}. */
    public static void check(MockMvc mockMvc, String owner) {
        var file = Contracts.folder().resolve(owner).resolve("openapi.json");
        var actual = normalized(served(mockMvc));
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(Contracts.folder().resolve(owner));
                Files.writeString(file, actual);
            }
            assertThat(file).as("write it with -D%s=true", UPDATE).exists();
            assertThat(actual)
                    .as("contracts/%s/openapi.json is stale: look at the change, then -D%s=true", owner, UPDATE)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode served(MockMvc mockMvc) {
        try {
            var response = mockMvc.perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isEqualTo(200);
            return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException("the service does not describe itself", e);
        }
    }

    /** Sorted keys, and no servers: where a service runs is not part of its promise. */
    private static String normalized(JsonNode document) {
        if (document instanceof ObjectNode object) {
            object.remove("servers");
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(document)) + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var members = new TreeMap<String, JsonNode>();
                object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
                var copy = JSON.createObjectNode();
                members.forEach(copy::set);
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(element -> copy.add(sorted(element)));
                yield copy;
            }
            default -> node;
        };
    }
}
