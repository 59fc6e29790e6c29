package cn.yiwang.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One operation of an OpenAPI document under {@code contracts/}. */
record Operation(String owner, String method, String path, JsonNode definition, Schemas schemas) {

    /** The services whose documents the gateway publishes; a document that is missing fails the test that needs it. */
    static final List<String> OWNERS = List.of("catalog", "application", "certificate", "complaint", "exchange");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All operations of all services that the gateway lets through. */
    static List<Operation> all() {
        var operations = new ArrayList<Operation>();
        for (var owner : OWNERS) {
            var document = JSON.readTree(document(owner));
            var schemas = new Schemas(document.path("components").path("schemas"));
            document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(entry -> operations.add(new Operation(
                            owner,
                            entry.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            entry.getValue(),
                            schemas))));
        }
        return operations;
    }

    static Path document(String owner) {
        var file = Platform.checkout().resolve("contracts").resolve(owner).resolve("openapi.json");
        if (!Files.exists(file)) {
            throw new AssertionError("no OpenAPI document: " + file);
        }
        return file;
    }

    /** The call with a made-up value for each variable of its path, and the headers that changing calls need. */
    Call call() {
        var call = Call.of(method, concretePath());
        return method.equals("GET")
                ? call
                : call.header("Idempotency-Key", UUID.randomUUID().toString()).ifMatch("\"1\"");
    }

    String concretePath() {
        var concrete = path;
        for (var parameter : parameters("path").toList()) {
            concrete = concrete.replace("{" + parameter.path("name").asString() + "}", value(parameter));
        }
        return concrete;
    }

    Stream<JsonNode> parameters(String in) {
        return definition
                .path("parameters")
                .valueStream()
                .filter(parameter -> in.equals(parameter.path("in").asString("")));
    }

    /** The schema of the JSON body, if the operation takes one. */
    Optional<JsonNode> bodySchema() {
        var schema = definition
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolve(schema));
    }

    private String value(JsonNode parameter) {
        var name = parameter.path("name").asString();
        return switch (name) {
            case "itemCode" -> "11431000MB1938148M300017200500001";
            case "version" -> "1";
            default -> {
                var sample = schemas.sample(parameter.path("schema"));
                yield sample.isString()
                                && !"uuid"
                                        .equals(parameter
                                                .path("schema")
                                                .path("format")
                                                .asString(""))
                        ? UUID.randomUUID().toString()
                        : sample.asString();
            }
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
