package cn.yiwang.systemtests;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The schemas of an OpenAPI document, and a value for each that should please it. */
record Schemas(JsonNode components) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String REFERENCE = "#/components/schemas/";

    JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith(REFERENCE)
                ? resolve(components.path(reference.substring(REFERENCE.length())))
                : schema;
    }

    /** The schema's own type; the first one when null is allowed beside it. */
    String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return type.isString() ? type.asString() : schema.has("properties") ? "object" : "string";
    }

    JsonNode sample(JsonNode unresolved) {
        var schema = resolve(unresolved);
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        for (var choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice)) {
                return sample(schema.path(choice).get(0));
            }
        }
        return switch (type(schema)) {
            case "object" -> {
                var object = JSON.createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(member -> object.set(member.getKey(), sample(member.getValue())));
                yield object;
            }
            case "array" -> JSON.createArrayNode().add(sample(schema.path("items")));
            case "integer", "number" ->
                JsonNodeFactory.instance.numberNode(
                        Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            default -> JsonNodeFactory.instance.stringNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-11-23";
            case "date-time" -> "2026-11-23T08:00:00Z";
            case "time-local" -> "08:30:00";
            case "uri" -> "https://partner.example/hook";
            default -> {
                var example = schema.path("example").asString("");
                yield example.isEmpty()
                        ? "x".repeat(Math.max(2, schema.path("minLength").asInt(2)))
                        : example;
            }
        };
    }
}
