package cn.yiwang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been published only grows. {@code published-events.json} remembers each field of each event type; a field that vanishes,
 * changes its type or stops being required breaks consumers that we do not know, and fails the build. New fields and types are added to
 * the memory with {@code -Dyiwang.contracts.update=true}, which refuses an incompatible change as well.
 */
class PublishedEventsTest {

    private static final Path MEMORY = Checkout.contracts().resolve("published-events.json");

    @Test
    void published_fields_stay_what_they_were() {
        assertThat(broken(remembered(), today())).isEmpty();
    }

    @Test
    void the_memory_is_complete() {
        var today = today();
        if (Boolean.getBoolean("yiwang.contracts.update")) {
            assertThat(broken(remembered(), today)).isEmpty();
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(MEMORY, today);
        }
        assertThat(remembered())
                .as("run this test with -Dyiwang.contracts.update=true and read the difference")
                .isEqualTo(today);
    }

    @Test
    void a_vanished_a_retyped_and_a_loosened_field_are_incompatible() {
        var before = memory("{'e':{'a':'string required','b':'string optional','c':'integer optional'}}");
        assertThat(broken(before, memory("{'e':{'a':'string required','c':'integer optional'}}")))
                .containsExactly("e: b is gone");
        assertThat(broken(before, memory("{'e':{'a':'string optional','b':'string optional','c':'string optional'}}")))
                .containsExactly(
                        "e: a was 'string required', is 'string optional'",
                        "e: c was 'integer optional', is 'string optional'");
        assertThat(broken(
                        before,
                        memory("{'e':{'a':'string required','b':'string required','c':'integer optional','d':'string"
                                + " optional'},'f':{}}")))
                .isEmpty();
        assertThat(broken(before, memory("{}"))).containsExactly("e is gone");
    }

    private static TreeMap<String, TreeMap<String, String>> memory(String json) {
        return read(Checkout.JSON.readTree(json.replace('\'', '"')));
    }

    private static TreeMap<String, TreeMap<String, String>> remembered() {
        return Files.exists(MEMORY) ? read(Checkout.json(MEMORY)) : new TreeMap<>();
    }

    private static TreeMap<String, TreeMap<String, String>> read(JsonNode json) {
        var memory = new TreeMap<String, TreeMap<String, String>>();
        json.properties().forEach(type -> {
            var fields = new TreeMap<String, String>();
            type.getValue()
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().stringValue()));
            memory.put(type.getKey(), fields);
        });
        return memory;
    }

    private static TreeMap<String, TreeMap<String, String>> today() {
        var memory = new TreeMap<String, TreeMap<String, String>>();
        for (var event : Checkout.events()) {
            var fields = new TreeMap<String, String>();
            flatten("", Checkout.json(event.schema()), fields);
            memory.put(event.type(), fields);
        }
        return memory;
    }

    private static void flatten(String path, JsonNode schema, TreeMap<String, String> fields) {
        var required = new TreeSet<String>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        schema.path("properties").properties().forEach(property -> {
            var name = path + property.getKey();
            var node = property.getValue();
            fields.put(name, typeOf(node) + (required.contains(property.getKey()) ? " required" : " optional"));
            flatten(name + ".", node, fields);
            if (node.has("items")) {
                flatten(name + "[].", node.get("items"), fields);
            }
        });
    }

    private static String typeOf(JsonNode node) {
        var type = node.path("type");
        if (type.isArray()) {
            var names = new TreeSet<String>();
            type.forEach(name -> names.add(name.stringValue()));
            return String.join("|", names);
        }
        if (type.isMissingNode()) {
            return node.has("enum") || node.has("const") ? "enum" : "any";
        }
        return type.stringValue();
    }

    private static List<String> broken(
            TreeMap<String, TreeMap<String, String>> before, TreeMap<String, TreeMap<String, String>> now) {
        var findings = new ArrayList<String>();
        before.forEach((type, fields) -> {
            var current = now.get(type);
            if (current == null) {
                findings.add(type + " is gone");
                return;
            }
            fields.forEach((name, was) -> {
                var is = current.get(name);
                if (is == null) {
                    findings.add(type + ": " + name + " is gone");
                } else if (!is.equals(was) && !is.equals(was.replace(" optional", " required"))) {
                    findings.add(type + ": " + name + " was '" + was + "', is '" + is + "'");
                }
            });
        });
        return findings;
    }
}
