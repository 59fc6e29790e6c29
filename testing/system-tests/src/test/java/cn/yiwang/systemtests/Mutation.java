package cn.yiwang.systemtests;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON body that is wrong in one place.
 *
 * @param pointer the place
 * @param what what is wrong there
 */
record Mutation(String pointer, String what, String body) {

    /** Escapes what is not ASCII, so that half a character travels as it is. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int TOO_LONG = 25_000;

    /** Every field of a body, wrong in every way that its type allows. */
    static List<Mutation> of(Schemas schemas, JsonNode schema) {
        var mutations = new ArrayList<Mutation>();
        var sample = schemas.sample(schema);
        collect(schemas, schema, sample, "", mutations);
        return mutations;
    }

    private static void collect(
            Schemas schemas, JsonNode unresolved, JsonNode root, String pointer, List<Mutation> found) {
        var schema = schemas.resolve(unresolved);
        var factory = JsonNodeFactory.instance;
        if (!pointer.isEmpty()) {
            switch (schemas.type(schema)) {
                case "string" -> {
                    found.add(replaced(root, pointer, "an object for text", JSON.createObjectNode()));
                    found.add(replaced(root, pointer, "a number for text", factory.numberNode(42)));
                    found.add(replaced(root, pointer, "far too long", factory.stringNode("药".repeat(TOO_LONG))));
                    found.add(replaced(root, pointer, "a NUL character", factory.stringNode("a\u0000b")));
                    found.add(replaced(root, pointer, "a bell", factory.stringNode("a\u0007b")));
                    found.add(replaced(root, pointer, "half a character", factory.stringNode("a\uD83Db")));
                    var limit = schema.path("maxLength").asInt(0);
                    if (limit > 0) {
                        found.add(replaced(root, pointer, "one too long", factory.stringNode("x".repeat(limit + 1))));
                    }
                }
                case "integer", "number" -> {
                    found.add(replaced(root, pointer, "text for a number", factory.stringNode("many")));
                    found.add(replaced(root, pointer, "more than any number", JSON.readTree("9".repeat(39))));
                    found.add(replaced(root, pointer, "an object for a number", JSON.createObjectNode()));
                }
                case "boolean" -> found.add(replaced(root, pointer, "text for yes or no", factory.stringNode("maybe")));
                case "array" -> found.add(replaced(root, pointer, "a number for a list", factory.numberNode(7)));
                case "object" -> found.add(replaced(root, pointer, "a list for an object", JSON.createArrayNode()));
                default -> throw new AssertionError("unknown type in the document: " + schema);
            }
        }
        if ("object".equals(schemas.type(schema))) {
            schema.path("properties")
                    .properties()
                    .forEach(member ->
                            collect(schemas, member.getValue(), root, pointer + "/" + member.getKey(), found));
            schema.path("required").valueStream().forEach(name -> {
                var nested = pointer + "/" + name.asString();
                found.add(replaced(root, nested, "null for what is required", factory.nullNode()));
                found.add(removed(root, nested));
            });
            if (!schema.has("additionalProperties")) {
                found.add(replaced(root, pointer + "/notAField", "an unknown field", factory.stringNode("x")));
            }
        }
    }

    private static Mutation replaced(JsonNode root, String pointer, String what, JsonNode value) {
        var copy = root.deepCopy();
        var parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        switch (parent) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            default -> throw new AssertionError("nothing at " + pointer + " of " + root);
        }
        return new Mutation(pointer, what, JSON.writeValueAsString(copy));
    }

    private static Mutation removed(JsonNode root, String pointer) {
        var copy = root.deepCopy();
        ((ObjectNode) copy.at(pointer.substring(0, pointer.lastIndexOf('/'))))
                .remove(pointer.substring(pointer.lastIndexOf('/') + 1));
        return new Mutation(pointer, "missing though required", JSON.writeValueAsString(copy));
    }

    @Override
    public String toString() {
        return pointer + " is " + what;
    }
}
