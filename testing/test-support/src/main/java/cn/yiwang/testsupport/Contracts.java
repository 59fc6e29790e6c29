package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code contracts/}, which the tests of both sides read. */
public final class Contracts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    /** Fails when the message is not a complete event of its owner, or its data is not what the schema of its type says. */
    public static void checkEvent(String owner, String cloudEventJson) {
        checkEvent(owner, JSON.readTree(cloudEventJson));
    }

    public static void checkEvent(String owner, JsonNode event) {
        check(folder().resolve("cloudevent.schema.json"), event);
        var type = event.path("type").asString();
        assertThat(type).startsWith("cn.yiwang." + owner + ".");
        assertThat(event.path("dataschema").asString())
                .isEqualTo("/contracts/%s/events/%s.schema.json".formatted(owner, type));
        check(schema(owner, type), event.path("data"));
    }

    /** Fails when the JSON does not fit a schema file, such as {@code catalog/item-version.schema.json}. */
    public static void check(String schemaFile, JsonNode json) {
        check(folder().resolve(schemaFile), json);
    }

    /** The committed example of an event: a complete CloudEvent. */
    public static String example(String owner, String type) {
        return text(owner + "/events/" + type + ".example.json");
    }

    /** The text of any contract file, by its path below {@code contracts/}. */
    public static String text(String file) {
        try {
            return Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no such contract: " + file, e);
        }
    }

    static Path folder() {
        return Checkout.root().resolve("contracts");
    }

    private static Path schema(String owner, String type) {
        return folder().resolve(owner).resolve("events").resolve(type + ".schema.json");
    }

    private static void check(Path schema, JsonNode json) {
        assertThat(schema).exists();
        var errors = SCHEMAS.getSchema(JSON.readTree(schema))
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors)
                .as("%s against %s", json.toPrettyString(), Checkout.root().relativize(schema))
                .isEmpty();
    }
}
