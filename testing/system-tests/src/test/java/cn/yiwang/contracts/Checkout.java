package cn.yiwang.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the checkout that this build runs in. */
final class Checkout {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Checkout() {}

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "not inside a checkout: " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    static Path contracts() {
        return root().resolve("contracts");
    }

    /** Every event schema, sorted by its type. */
    static List<EventContract> events() {
        try (var files = Files.walk(contracts())) {
            return files.filter(file -> file.getParent().endsWith("events"))
                    .filter(file -> file.getFileName().toString().endsWith(".schema.json"))
                    .map(EventContract::of)
                    .sorted((one, other) -> one.type().compareTo(other.type()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return JSON.readTree(file);
    }

    /** One published event type: its owner, its schema and its example. */
    record EventContract(String owner, String type, Path schema, Path example) {

        static EventContract of(Path schema) {
            var name = schema.getFileName().toString();
            var type = name.substring(0, name.length() - ".schema.json".length());
            var owner = schema.getParent().getParent().getFileName().toString();
            return new EventContract(owner, type, schema, schema.resolveSibling(type + ".example.json"));
        }

        @Override
        public String toString() {
            return type;
        }
    }
}
