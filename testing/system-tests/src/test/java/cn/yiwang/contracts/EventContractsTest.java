package cn.yiwang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.contracts.Checkout.EventContract;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Every event type has a schema, an example that it accepts, and a place in the AsyncAPI document. */
class EventContractsTest {

    private static final Set<String> PERSONAL = Set.of(
            "name",
            "holderName",
            "applicantName",
            "reporterName",
            "idNumber",
            "phone",
            "address",
            "holderCode",
            "email");

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<EventContract> events() {
        return Checkout.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_example_is_a_complete_event_of_its_type(EventContract event) {
        var example = Checkout.json(event.example());
        assertThat(schemas.getSchema(Checkout.json(Checkout.contracts().resolve("cloudevent.schema.json")))
                        .validate(example))
                .isEmpty();
        assertThat(schemas.getSchema(Checkout.json(event.schema())).validate(example.get("data")))
                .isEmpty();
        assertThat(example.get("type").stringValue()).isEqualTo(event.type());
        assertThat(example.get("dataschema").stringValue())
                .isEqualTo("/contracts/" + event.owner() + "/events/" + event.type() + ".schema.json");
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_names_its_dialect_and_explains_itself(EventContract event) {
        var schema = Checkout.json(event.schema());
        assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString("").length()
                        + schema.path("description").asString("").length())
                .isPositive();
        assertThat(event.type()).startsWith("cn.yiwang." + event.owner() + ".");
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_data_names_nobody(EventContract event) {
        assertThat(propertyNames(Checkout.json(event.schema()))).doesNotContainAnyElementsOf(PERSONAL);
    }

    @Test
    void the_asyncapi_document_lists_exactly_the_published_messages() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> document =
                yaml.load(Files.readString(Checkout.contracts().resolve("asyncapi.yaml")));
        assertThat(document.get("asyncapi")).asString().startsWith("3.");
        var referenced = new TreeSet<String>();
        collectSchemaReferences(document, referenced);
        var existing = new TreeSet<String>();
        Checkout.events()
                .forEach(event -> existing.add("./" + event.owner() + "/events/" + event.type() + ".schema.json"));
        assertThat(referenced).isEqualTo(existing);
    }

    private static Set<String> propertyNames(JsonNode schema) {
        var names = new HashSet<String>();
        schema.findValues("properties").forEach(node -> names.addAll(node.propertyNames()));
        return names;
    }

    private static void collectSchemaReferences(Object node, Set<String> found) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("$ref".equals(key) && value instanceof String text && text.endsWith(".schema.json")) {
                        found.add(text);
                    }
                    collectSchemaReferences(value, found);
                });
            case List<?> list -> list.forEach(item -> collectSchemaReferences(item, found));
            case null, default -> {}
        }
    }
}
