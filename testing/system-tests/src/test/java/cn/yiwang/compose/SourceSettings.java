package cn.yiwang.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The own settings that the source of a module binds: the records with {@code @ConfigurationProperties} and the
 * {@code @Value("${…}")} parameters. Answers whether an environment variable reaches one of them.
 */
final class SourceSettings {

    private static final Pattern BOUND =
            Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)[^;{]*?record\\s+(\\w+)\\s*\\(");
    private static final Pattern RECORD = Pattern.compile("record\\s+(\\w+)\\s*\\(");
    private static final Pattern VALUE = Pattern.compile("@Value\\(\\s*\"\\$\\{([^:}]+)");
    /** A string, which is kept, or a comment: an address in a string is none. */
    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\((?:\"[^\"]*\"|[^()\"])*\\))?");

    private final List<Bound> bound = new ArrayList<>();
    private final Map<String, Map<String, String>> everywhere = new HashMap<>();
    private final List<List<String>> values = new ArrayList<>();

    SourceSettings(List<Path> sourceFolders) {
        for (Path folder : sourceFolders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(this::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void read(Path file) {
        String source;
        try {
            source = STRING_OR_COMMENT.matcher(Files.readString(file)).replaceAll("$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher value = VALUE.matcher(source);
        while (value.find()) {
            values.add(segments(value.group(1)));
        }
        Map<String, Map<String, String>> records = new HashMap<>();
        Matcher any = RECORD.matcher(source);
        while (any.find()) {
            records.put(any.group(1), components(source, any.end()));
        }
        records.forEach(everywhere::putIfAbsent);
        Matcher properties = BOUND.matcher(source);
        while (properties.find()) {
            bound.add(new Bound(segments(properties.group(1)), properties.group(2), records, everywhere));
        }
    }

    /** Whether the variable sets something that the source binds. */
    boolean reads(String variable) {
        List<String> name = List.of(variable.split("_"));
        return values.contains(name) || bound.stream().anyMatch(properties -> properties.reads(name));
    }

    /** {@code yiwang.certificate-requests.keys} as the parts of the variable's name, as Spring Boot spells it. */
    private static List<String> segments(String property) {
        return List.of(property.replace("-", "").toUpperCase(Locale.ROOT).split("\\."));
    }

    /** Types by upper-case name, from the text between the parentheses of a record's head. */
    private static Map<String, String> components(String source, int start) {
        int depth = 1;
        int end = start;
        while (depth > 0) {
            char c = source.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        String head = ANNOTATION.matcher(source.substring(start, end - 1)).replaceAll("");
        Map<String, String> components = new HashMap<>();
        StringBuilder component = new StringBuilder();
        int generic = 0;
        for (char c : (head + ",").toCharArray()) {
            generic += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && generic == 0) {
                String text = component.toString().strip();
                int space = text.lastIndexOf(' ');
                if (space > 0) {
                    components.put(
                            text.substring(space + 1).toUpperCase(Locale.ROOT),
                            text.substring(0, space).strip());
                }
                component.setLength(0);
            } else {
                component.append(c);
            }
        }
        return components;
    }

    /** One record with its prefix, the records of its file and those of all files. */
    private record Bound(
            List<String> prefix,
            String record,
            Map<String, Map<String, String>> records,
            Map<String, Map<String, String>> everywhere) {

        boolean reads(List<String> name) {
            if (name.size() <= prefix.size() || !name.subList(0, prefix.size()).equals(prefix)) {
                return false;
            }
            return leadsToValue(record, new ArrayDeque<>(name.subList(prefix.size(), name.size())));
        }

        private boolean leadsToValue(String type, Deque<String> rest) {
            Map<String, String> components = records.getOrDefault(type, everywhere.get(type));
            if (components != null) {
                @Nullable String next = rest.poll();
                String component = next == null ? null : components.get(next);
                return component != null && leadsToValue(component, rest);
            }
            if (type.startsWith("List<")) {
                String index = rest.peek();
                if (index == null) {
                    // A list of plain values can be written with commas.
                    return !records.containsKey(argument(type));
                }
                return rest.poll() != null && index.matches("\\d+") && leadsToValue(argument(type), rest);
            }
            if (type.startsWith("Map<")) {
                return rest.poll() != null && leadsToValue(argument(type), rest);
            }
            return rest.isEmpty();
        }

        /** {@code Issuer} of {@code List<Issuer>}, {@code Duration} of {@code Map<String, Duration>}. */
        private static String argument(String generic) {
            String inside = generic.substring(generic.indexOf('<') + 1, generic.lastIndexOf('>'));
            return inside.substring(inside.indexOf(',') + 1).strip();
        }
    }
}
