package cn.yiwang.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The checkout's docker-compose.yml, with its anchors merged and its variables left as they are written. */
final class ComposeFile {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:[?-])([^}]*))?}");

    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Set<String> volumes;
    private final String text;

    private ComposeFile(String text) {
        this.text = text;
        Map<?, ?> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        map(root.get("services"))
                .forEach((name, service) -> services.put(text(name), new Service(text(name), map(service))));
        volumes = new TreeSet<>(map(root.get("volumes")).keySet().stream()
                .map(ComposeFile::text)
                .toList());
    }

    static ComposeFile of(Path root) {
        try {
            return new ComposeFile(Files.readString(root.resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Service> services() {
        return services;
    }

    Set<String> volumes() {
        return volumes;
    }

    /** The variables that compose takes from .env, with how it treats a missing one: {@code :?}, {@code :-} or nothing. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        for (String line :
                text.lines().filter(line -> !line.strip().startsWith("#")).toList()) {
            Matcher found = VARIABLE.matcher(line);
            while (found.find()) {
                variables.put(found.group(1), found.group(2) == null ? "" : found.group(2));
            }
        }
        return variables;
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<String> list(@Nullable Object value) {
        List<String> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(text(item)));
        }
        return items;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** One entry under {@code services}. */
    record Service(String name, Map<?, ?> definition) {

        Map<String, String> environment() {
            Map<String, String> environment = new TreeMap<>();
            map(definition.get("environment")).forEach((name, value) -> environment.put(text(name), text(value)));
            return environment;
        }

        String image() {
            return text(definition.get("image"));
        }

        boolean isBuiltHere() {
            return definition.containsKey("build");
        }

        String module() {
            return text(map(map(definition.get("build")).get("args")).get("MODULE"));
        }

        Map<?, ?> dependsOn() {
            return map(definition.get("depends_on"));
        }

        List<String> healthCheck() {
            return list(map(definition.get("healthcheck")).get("test"));
        }

        List<String> ports() {
            return list(definition.get("ports"));
        }

        List<String> volumes() {
            return list(definition.get("volumes"));
        }

        /** The ports on which its process listens. */
        Set<Integer> listensAt() {
            return switch (name) {
                case "mysql" -> Set.of(3306);
                case "kafka" -> Set.of(9092, 9093);
                case "keycloak" -> Set.of(8080, 9000);
                default -> {
                    Set<Integer> ports = new TreeSet<>();
                    for (String setting : List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT")) {
                        String port = environment().get(setting);
                        if (port != null) {
                            ports.add(Integer.valueOf(port));
                        }
                    }
                    yield ports;
                }
            };
        }
    }
}
